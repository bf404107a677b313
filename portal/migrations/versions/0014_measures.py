"""Measures: how often each museum's page is read and used, a number a day."""

import sqlalchemy as sa
from alembic import op

from portal.db import row_security

revision = '0014'
down_revision = '0009'
branch_labels = None
depends_on = None

KINDS = (
    'view', 'route', 'call', 'site', 'api', 'search', 'search-open', 'search-free', 'search-access',
    'search-shelter', 'search-near',
)


def upgrade():
    op.create_table('museum_measure',
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('kind', sa.Enum(*KINDS, name='kind', native_enum=False, length=20), nullable=False),
    sa.Column('language', sa.String(length=3), nullable=False),
    sa.Column('count', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_museum_measure_museum_id_museum'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('museum_id', 'day', 'kind', 'language', name=op.f('pk_museum_measure'))
    )
    row_security.confine(op, 'museum_measure')


def downgrade():
    op.drop_table('museum_measure')
