"""Access and practical facts: what is live of each museum."""

import sqlalchemy as sa
from alembic import op

from portal.db import row_security

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('museum_access',
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.Column('access', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('outages', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('practical', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('access_confirmed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('access_confirmed_by_id', sa.Integer(), nullable=True),
    sa.Column('practical_confirmed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('practical_confirmed_by_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_museum_access_museum_id_museum'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('museum_id', name=op.f('pk_museum_access'))
    )
    row_security.confine(op, 'museum_access')


def downgrade():
    op.drop_table('museum_access')
