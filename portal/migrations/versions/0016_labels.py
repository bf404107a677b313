"""Labels explained, and dated for each museum that bears one."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

TRANSLATED = sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')

revision = '0016'
down_revision = '0013'
branch_labels = None
depends_on = None


def upgrade():
    with op.batch_alter_table('label', schema=None) as batch_op:
        batch_op.add_column(sa.Column('text', TRANSLATED, nullable=True))
        batch_op.add_column(sa.Column('keeper', TRANSLATED, nullable=True))
        batch_op.add_column(sa.Column('website', sa.Text(), nullable=True))
    with op.batch_alter_table('museum_label', schema=None) as batch_op:
        batch_op.add_column(sa.Column('since', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('until', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('proof', sa.Text(), nullable=True))
        batch_op.add_column(sa.Column('set_by', sa.Enum('association', 'register', name='setby', native_enum=False, length=20), nullable=False, server_default='register'))


def downgrade():
    with op.batch_alter_table('museum_label', schema=None) as batch_op:
        batch_op.drop_column('set_by')
        batch_op.drop_column('proof')
        batch_op.drop_column('until')
        batch_op.drop_column('since')
    with op.batch_alter_table('label', schema=None) as batch_op:
        batch_op.drop_column('website')
        batch_op.drop_column('keeper')
        batch_op.drop_column('text')
