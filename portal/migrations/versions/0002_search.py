"""Search."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from portal.db import full_text

TRANSLATED = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('search_entry',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Enum('museum', 'town', 'theme', 'event', 'work', name='kind', native_enum=False, length=20), nullable=False),
    sa.Column('object_id', sa.Integer(), nullable=False),
    sa.Column('language', sa.String(length=2), nullable=False),
    sa.Column('slug', sa.Text(), nullable=False),
    sa.Column('title', sa.Text(), nullable=False),
    sa.Column('detail', TRANSLATED, nullable=True),
    sa.Column('weight', sa.Integer(), nullable=False),
    sa.Column('sort_key', sa.Text(), nullable=False),
    sa.Column('title_words', sa.Text(), nullable=False),
    sa.Column('title_stems', sa.Text(), nullable=False),
    sa.Column('body_words', sa.Text(), nullable=False),
    sa.Column('body_stems', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_search_entry')),
    sa.UniqueConstraint('kind', 'object_id', 'language', name=op.f('uq_search_entry_kind_object_id_language'))
    )
    full_text.create(op)


def downgrade():
    full_text.drop(op)
    op.drop_table('search_entry')
