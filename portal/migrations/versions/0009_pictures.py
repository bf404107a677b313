"""Pictures: the files that museums send, and what is live of each museum's."""

import sqlalchemy as sa
from alembic import op

from portal.db import row_security

MUSEUM_OWNED = ("picture", "museum_pictures")

revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('museum_pictures',
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.Column('pictures', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_museum_pictures_museum_id_museum'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('museum_id', name=op.f('pk_museum_pictures'))
    )
    op.create_table('picture',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.Column('token', sa.String(length=32), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('filename', sa.String(length=120), nullable=False),
    sa.Column('format', sa.Enum('jpeg', 'png', 'webp', 'avif', 'heif', 'gif', name='format', native_enum=False, length=20), nullable=False),
    sa.Column('bytes', sa.Integer(), nullable=False),
    sa.Column('width', sa.Integer(), nullable=False),
    sa.Column('height', sa.Integer(), nullable=False),
    sa.Column('state', sa.Enum('waiting', 'made', 'failed', name='state', native_enum=False, length=20), nullable=False),
    sa.Column('sets', sa.JSON(), nullable=False),
    sa.Column('wanted', sa.String(length=7), nullable=True),
    sa.Column('claimed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('is_live', sa.Boolean(), nullable=False),
    sa.Column('embargo', sa.Date(), nullable=True),
    sa.Column('added_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('added_by_id', sa.Integer(), nullable=True),
    sa.Column('removed_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_picture_museum_id_museum'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_picture')),
    sa.UniqueConstraint('token', name=op.f('uq_picture_token'))
    )
    with op.batch_alter_table('picture', schema=None) as batch_op:
        batch_op.create_index('ix_picture_embargo', ['is_live', 'embargo'], unique=False)
        batch_op.create_index(batch_op.f('ix_picture_museum_id'), ['museum_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_picture_removed_at'), ['removed_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_picture_wanted'), ['wanted'], unique=False)
        batch_op.create_index('uq_picture_museum_id_digest', ['museum_id', 'digest'], unique=True)

    for table in MUSEUM_OWNED:
        row_security.confine(op, table)


def downgrade():
    op.drop_table('picture')
    op.drop_table('museum_pictures')
