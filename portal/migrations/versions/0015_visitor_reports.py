"""What visitors report, the doubts it makes the page show, and how museums' links stand."""

import sqlalchemy as sa
from alembic import op

from portal.db import row_security

MUSEUM_OWNED = ("visitor_report", "doubted_fact")
FACTS = ('horaires', 'tarifs', 'acces', 'pratique', 'venir', 'textes', 'images', 'autre')
HAPPENINGS = ('porte-close', 'ouvert-quand-meme', 'autres-heures', 'autre-prix', 'payant', 'gratuit')

revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('visitor_report',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.Column('fact', sa.Enum(*FACTS, name='fact', native_enum=False, length=20), nullable=False),
    sa.Column('happening', sa.Enum(*HAPPENINGS, name='happening', native_enum=False, length=20), nullable=True),
    sa.Column('day', sa.Date(), nullable=True),
    sa.Column('around', sa.String(length=40), nullable=True),
    sa.Column('words', sa.Text(), nullable=True),
    sa.Column('language', sa.String(length=2), nullable=False),
    sa.Column('said', sa.JSON(), nullable=False),
    sa.Column('reporter', sa.String(length=64), nullable=True),
    sa.Column('state', sa.Enum('open', 'corrected', 'upheld', 'spam', name='state', native_enum=False, length=20), nullable=False),
    sa.Column('received_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('handed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('closed_by_id', sa.Integer(), nullable=True),
    sa.Column('answer', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_visitor_report_museum_id_museum'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_visitor_report'))
    )
    with op.batch_alter_table('visitor_report', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_visitor_report_museum_id'), ['museum_id'], unique=False)
        batch_op.create_index('ix_visitor_report_state_received_at', ['state', 'received_at'], unique=False)
    op.create_table('visitor_report_address',
    sa.Column('report_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('email', sa.String(length=254), nullable=False),
    sa.Column('given_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['report_id'], ['visitor_report.id'], name=op.f('fk_visitor_report_address_report_id_visitor_report'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('report_id', name=op.f('pk_visitor_report_address'))
    )
    with op.batch_alter_table('visitor_report_address', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_visitor_report_address_email'), ['email'], unique=False)
    op.create_table('visitor_report_try',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('network', sa.String(length=64), nullable=False),
    sa.Column('place', sa.String(length=64), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_visitor_report_try'))
    )
    with op.batch_alter_table('visitor_report_try', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_visitor_report_try_at'), ['at'], unique=False)
        batch_op.create_index(batch_op.f('ix_visitor_report_try_network'), ['network'], unique=False)
        batch_op.create_index(batch_op.f('ix_visitor_report_try_place'), ['place'], unique=False)
    op.create_table('doubted_fact',
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.Column('fact', sa.Enum(*FACTS, name='fact', native_enum=False, length=20), nullable=False),
    sa.Column('reporters', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_doubted_fact_museum_id_museum'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('museum_id', 'fact', name=op.f('pk_doubted_fact'))
    )
    op.create_table('link_check',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('address', sa.String(length=2000), nullable=False),
    sa.Column('standing', sa.Enum('works', 'moved', 'gone', 'unreachable', 'certificate', name='standing', native_enum=False, length=20), nullable=True),
    sa.Column('since', sa.DateTime(timezone=True), nullable=True),
    sa.Column('times', sa.Integer(), nullable=False),
    sa.Column('moved_to', sa.Text(), nullable=True),
    sa.Column('checked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('due_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('claimed_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_link_check')),
    sa.UniqueConstraint('address', name=op.f('uq_link_check_address'))
    )
    with op.batch_alter_table('link_check', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_link_check_due_at'), ['due_at'], unique=False)

    for table in MUSEUM_OWNED:
        row_security.confine(op, table)


def downgrade():
    op.drop_table('link_check')
    op.drop_table('doubted_fact')
    op.drop_table('visitor_report_try')
    op.drop_table('visitor_report_address')
    op.drop_table('visitor_report')
