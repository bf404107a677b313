"""The description: a title, four rich texts, other places where the museum is."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

TRANSLATED = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
TEXTS = ("title_line", "long_text", "history", "building", "practical_notes")

revision = '0010'
down_revision = '0012'
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table('museum_profile', schema=None) as batch_op:
        for name in TEXTS:
            batch_op.add_column(sa.Column(name, TRANSLATED, nullable=True))
        batch_op.add_column(sa.Column('booking', sa.Text(), nullable=True))
        batch_op.add_column(sa.Column('networks', sa.JSON(none_as_null=True), nullable=True))
        batch_op.add_column(sa.Column('other_links', sa.JSON(none_as_null=True), nullable=True))


def downgrade():
    with op.batch_alter_table('museum_profile', schema=None) as batch_op:
        for name in ('other_links', 'networks', 'booking', *reversed(TEXTS)):
            batch_op.drop_column(name)
