"""Block revisions, the profile's own address, and keys of what was made once."""

import sqlalchemy as sa
from alembic import op

from portal.db import row_security

MUSEUM_OWNED = ("revision", "content_block")

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('revision',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=30), nullable=False),
    sa.Column('subject_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('base_number', sa.Integer(), nullable=True),
    sa.Column('snapshot', sa.JSON(), nullable=False),
    sa.Column('state', sa.Enum('draft', 'submitted', 'refused', 'scheduled', 'live', 'archived', name='state', native_enum=False, length=20), nullable=False),
    sa.Column('actor_id', sa.Integer(), nullable=True),
    sa.Column('on_behalf_of_id', sa.Integer(), nullable=True),
    sa.Column('channel', sa.String(length=20), nullable=False),
    sa.Column('minor', sa.Boolean(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('submitted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('decided_by_id', sa.Integer(), nullable=True),
    sa.Column('refusal_reason', sa.Text(), nullable=True),
    sa.Column('go_live_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('live_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_revision_museum_id_museum'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_revision')),
    sa.UniqueConstraint('museum_id', 'kind', 'subject_id', 'number', name=op.f('uq_revision_museum_id_kind_subject_id_number'))
    )
    with op.batch_alter_table('revision', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_revision_actor_id'), ['actor_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_revision_museum_id'), ['museum_id'], unique=False)
        batch_op.create_index('ix_revision_state_go_live_at', ['state', 'go_live_at'], unique=False)

    op.create_table('content_block',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=30), nullable=False),
    sa.Column('subject_id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('live_revision_id', sa.Integer(), nullable=True),
    sa.Column('draft_revision_id', sa.Integer(), nullable=True),
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['draft_revision_id'], ['revision.id'], name=op.f('fk_content_block_draft_revision_id_revision'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['live_revision_id'], ['revision.id'], name=op.f('fk_content_block_live_revision_id_revision'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_content_block_museum_id_museum'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_content_block')),
    sa.UniqueConstraint('museum_id', 'kind', 'subject_id', name=op.f('uq_content_block_museum_id_kind_subject_id'))
    )
    with op.batch_alter_table('content_block', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_content_block_museum_id'), ['museum_id'], unique=False)

    op.create_table('idempotency_key',
    sa.Column('user_id', sa.Integer(), nullable=False),
    sa.Column('key', sa.String(length=64), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('location', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('user_id', 'key', name=op.f('pk_idempotency_key'))
    )
    with op.batch_alter_table('idempotency_key', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_idempotency_key_made_at'), ['made_at'], unique=False)

    with op.batch_alter_table('museum_profile', schema=None) as batch_op:
        batch_op.add_column(sa.Column('email', sa.Text(), nullable=True))
        batch_op.add_column(sa.Column('street', sa.Text(), nullable=True))
        batch_op.add_column(sa.Column('place', sa.Text(), nullable=True))
        batch_op.add_column(sa.Column('postcode', sa.String(length=5), nullable=True))

    for table in MUSEUM_OWNED:
        row_security.confine(op, table)


def downgrade():
    with op.batch_alter_table('museum_profile', schema=None) as batch_op:
        for column in ('postcode', 'place', 'street', 'email'):
            batch_op.drop_column(column)

    op.drop_table('idempotency_key')
    op.drop_table('content_block')
    op.drop_table('revision')
