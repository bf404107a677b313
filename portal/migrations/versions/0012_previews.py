"""When a text ends, the bin, and the links that show a museum's page before it is published."""

import sqlalchemy as sa
from alembic import op

from portal.db import row_security

revision = '0012'
down_revision = '0017'
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table('revision', schema=None) as batch_op:
        batch_op.add_column(sa.Column('expire_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('binned_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('binned_by_id', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_revision_binned_at'), ['binned_at'], unique=False)
        batch_op.create_index('ix_revision_state_expire_at', ['state', 'expire_at'], unique=False)

    op.create_table('preview_link',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('kinds', sa.JSON(), nullable=False),
    sa.Column('note', sa.String(length=80), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('made_by_id', sa.Integer(), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_preview_link_museum_id_museum'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_preview_link')),
    sa.UniqueConstraint('digest', name=op.f('uq_preview_link_digest'))
    )
    with op.batch_alter_table('preview_link', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_preview_link_museum_id'), ['museum_id'], unique=False)

    row_security.confine_door(op, 'preview_link')


def downgrade():
    op.drop_table('preview_link')
    with op.batch_alter_table('revision', schema=None) as batch_op:
        batch_op.drop_index('ix_revision_state_expire_at')
        batch_op.drop_index(batch_op.f('ix_revision_binned_at'))
        for column in ('binned_by_id', 'binned_at', 'expire_at'):
            batch_op.drop_column(column)
