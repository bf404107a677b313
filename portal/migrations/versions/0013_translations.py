"""Translations: which French each Occitan text answers to, and what a machine has proposed unread."""

import sqlalchemy as sa
from alembic import op

from portal.db import row_security

MUSEUM_OWNED = ("translation_answer", "machine_draft")

revision = '0013'
down_revision = '0011'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('translation_answer',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=30), nullable=False),
    sa.Column('subject_id', sa.Integer(), nullable=False),
    sa.Column('field', sa.String(length=80), nullable=False),
    sa.Column('occitan', sa.String(length=64), nullable=False),
    sa.Column('french_digest', sa.String(length=64), nullable=False),
    sa.Column('french', sa.Text(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_translation_answer_museum_id_museum'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_translation_answer')),
    sa.UniqueConstraint('museum_id', 'kind', 'subject_id', 'field', 'occitan', 'french_digest', name='uq_translation_answer_place')
    )
    op.create_table('machine_draft',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=30), nullable=False),
    sa.Column('subject_id', sa.Integer(), nullable=False),
    sa.Column('field', sa.String(length=80), nullable=False),
    sa.Column('french_digest', sa.String(length=64), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('made_for_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_machine_draft_museum_id_museum'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_machine_draft')),
    sa.UniqueConstraint('museum_id', 'kind', 'subject_id', 'field', 'french_digest', name='uq_machine_draft_place')
    )
    with op.batch_alter_table('translation_answer', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_translation_answer_museum_id'), ['museum_id'], unique=False)
    with op.batch_alter_table('machine_draft', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_machine_draft_museum_id'), ['museum_id'], unique=False)

    for table in MUSEUM_OWNED:
        row_security.confine(op, table)


def downgrade():
    op.drop_table('machine_draft')
    op.drop_table('translation_answer')
