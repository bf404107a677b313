"""What the association reads of the museums' texts, before or after the public does."""

import sqlalchemy as sa
from alembic import op

from portal.db import row_security

MUSEUM_OWNED = ("review_policy",)

revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('review_policy',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=30), nullable=False),
    sa.Column('policy', sa.Enum('before', 'after', 'trusted', name='policy', native_enum=False, length=20), nullable=False),
    sa.Column('set_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('set_by_id', sa.Integer(), nullable=True),
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_review_policy_museum_id_museum'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review_policy')),
    sa.UniqueConstraint('museum_id', 'kind', name=op.f('uq_review_policy_museum_id_kind'))
    )
    with op.batch_alter_table('review_policy', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_review_policy_museum_id'), ['museum_id'], unique=False)

    op.add_column('revision', sa.Column('refused_fields', sa.JSON(), nullable=True))
    op.add_column('revision', sa.Column('review', sa.Enum('none', 'waiting', 'done', name='review', native_enum=False, length=20), nullable=False, server_default='none'))
    op.create_index('ix_revision_review', 'revision', ['review'], unique=False)

    for table in MUSEUM_OWNED:
        row_security.confine(op, table)


def downgrade():
    op.drop_index('ix_revision_review', table_name='revision')
    with op.batch_alter_table('revision', schema=None) as batch_op:
        batch_op.drop_column('review')
        batch_op.drop_column('refused_fields')

    op.drop_table('review_policy')
