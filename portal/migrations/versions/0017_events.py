"""Events: what museums hold, and when."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from portal.db import row_security

TRANSLATED = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
MUSEUM_OWNED = ("event", "event_date", "event_partner", "event_decline")

revision = '0017'
down_revision = '0015'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('event',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('short_id', sa.String(length=12), nullable=False),
    sa.Column('slug', sa.String(length=120), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('sequence', sa.Integer(), nullable=False),
    sa.Column('is_live', sa.Boolean(), nullable=False),
    sa.Column('removed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('merged_into_id', sa.Integer(), nullable=True),
    sa.Column('content', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('title', TRANSLATED, nullable=True),
    sa.Column('type', sa.String(length=20), nullable=True),
    sa.Column('host_id', sa.Integer(), nullable=True),
    sa.Column('town_id', sa.Integer(), nullable=True),
    sa.Column('departement', sa.String(length=3), nullable=True),
    sa.Column('operation', sa.String(length=60), nullable=True),
    sa.Column('age_from', sa.Integer(), nullable=True),
    sa.Column('age_to', sa.Integer(), nullable=True),
    sa.Column('price_kind', sa.String(length=10), nullable=True),
    sa.Column('tags', sa.Text(), nullable=False),
    sa.Column('run_first', sa.Date(), nullable=True),
    sa.Column('run_last', sa.Date(), nullable=True),
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['host_id'], ['museum.id'], name=op.f('fk_event_host_id_museum'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['merged_into_id'], ['event.id'], name=op.f('fk_event_merged_into_id_event'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_event_museum_id_museum'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['town_id'], ['town.id'], name=op.f('fk_event_town_id_town')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_event')),
    sa.UniqueConstraint('short_id', name=op.f('uq_event_short_id'))
    )
    with op.batch_alter_table('event', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_event_departement'), ['departement'], unique=False)
        batch_op.create_index(batch_op.f('ix_event_host_id'), ['host_id'], unique=False)
        batch_op.create_index('ix_event_is_live_run_last', ['is_live', 'run_last'], unique=False)
        batch_op.create_index(batch_op.f('ix_event_museum_id'), ['museum_id'], unique=False)
        batch_op.create_index('ix_event_museum_id_is_live', ['museum_id', 'is_live'], unique=False)
        batch_op.create_index(batch_op.f('ix_event_operation'), ['operation'], unique=False)
        batch_op.create_index(batch_op.f('ix_event_town_id'), ['town_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_event_type'), ['type'], unique=False)

    op.create_table('event_date',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('event_id', sa.Integer(), nullable=False),
    sa.Column('key', sa.String(length=40), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.Column('standing', sa.String(length=20), nullable=False),
    sa.Column('content', sa.JSON(), nullable=False),
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['event_id'], ['event.id'], name=op.f('fk_event_date_event_id_event'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_event_date_museum_id_museum'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_event_date')),
    sa.UniqueConstraint('event_id', 'key', name=op.f('uq_event_date_event_id_key'))
    )
    with op.batch_alter_table('event_date', schema=None) as batch_op:
        batch_op.create_index('ix_event_date_event_id_starts_at', ['event_id', 'starts_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_event_date_museum_id'), ['museum_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_event_date_starts_at'), ['starts_at'], unique=False)
        batch_op.create_index('ix_event_date_starts_on_ends_on', ['starts_on', 'ends_on'], unique=False)

    op.create_table('event_decline',
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.Column('event_id', sa.Integer(), nullable=False),
    sa.Column('declined_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['event_id'], ['event.id'], name=op.f('fk_event_decline_event_id_event'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_event_decline_museum_id_museum'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('museum_id', 'event_id', name=op.f('pk_event_decline'))
    )
    op.create_table('event_partner',
    sa.Column('event_id', sa.Integer(), nullable=False),
    sa.Column('partner_id', sa.Integer(), nullable=False),
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['event_id'], ['event.id'], name=op.f('fk_event_partner_event_id_event'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_event_partner_museum_id_museum'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['partner_id'], ['museum.id'], name=op.f('fk_event_partner_partner_id_museum'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('event_id', 'partner_id', name=op.f('pk_event_partner'))
    )
    with op.batch_alter_table('event_partner', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_event_partner_museum_id'), ['museum_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_event_partner_partner_id'), ['partner_id'], unique=False)

    for table in MUSEUM_OWNED:
        row_security.confine(op, table)


def downgrade():
    op.drop_table('event_partner')
    op.drop_table('event_decline')
    op.drop_table('event_date')
    op.drop_table('event')
