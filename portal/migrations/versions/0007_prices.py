"""Prices: what is live of each museum."""

import sqlalchemy as sa
from alembic import op

from portal.db import row_security

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('museum_prices',
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.Column('prices', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('confirmed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('confirmed_by_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_museum_prices_museum_id_museum'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('museum_id', name=op.f('pk_museum_prices'))
    )
    row_security.confine(op, 'museum_prices')


def downgrade():
    op.drop_table('museum_prices')
