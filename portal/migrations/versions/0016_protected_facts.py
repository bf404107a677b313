"""Labels explained and dated, what the register says of facts decided otherwise, the press contact of a museum."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from portal.db import row_security

TRANSLATED = sa.JSON().with_variant(postgresql.JSONB(), 'postgresql')

revision = '0016'
down_revision = '0009'
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
    with op.batch_alter_table('museum', schema=None) as batch_op:
        batch_op.add_column(sa.Column('register_says', sa.JSON(), nullable=False, server_default='{}'))
    op.create_table('museum_press',
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.Column('contact', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_museum_press_museum_id_museum'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('museum_id', name=op.f('pk_museum_press'))
    )
    row_security.confine(op, 'museum_press')


def downgrade():
    op.drop_table('museum_press')
    with op.batch_alter_table('museum', schema=None) as batch_op:
        batch_op.drop_column('register_says')
    with op.batch_alter_table('museum_label', schema=None) as batch_op:
        batch_op.drop_column('set_by')
        batch_op.drop_column('proof')
        batch_op.drop_column('until')
        batch_op.drop_column('since')
    with op.batch_alter_table('label', schema=None) as batch_op:
        batch_op.drop_column('website')
        batch_op.drop_column('keeper')
        batch_op.drop_column('text')
