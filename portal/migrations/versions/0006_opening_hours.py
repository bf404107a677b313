"""Opening hours: what is live of each museum, the days worked out from it, the school holidays of zone C."""

from datetime import date

import sqlalchemy as sa
from alembic import op

from portal.db import row_security

MUSEUM_OWNED = ("museum_hours", "opening_day", "hours_reminder")

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None

# Zone C: académies de Créteil, Montpellier, Paris, Toulouse and Versailles. First and last days without class,
# as the calendars of the ministry of Education give them for 2024-2025 to 2027-2028.
SCHOOL_HOLIDAYS = (
    ('christmas', '2024-12-21', '2025-01-05'),
    ('winter', '2025-02-15', '2025-03-02'),
    ('spring', '2025-04-12', '2025-04-27'),
    ('summer', '2025-07-05', '2025-08-31'),
    ('all_saints', '2025-10-18', '2025-11-02'),
    ('christmas', '2025-12-20', '2026-01-04'),
    ('winter', '2026-02-21', '2026-03-08'),
    ('spring', '2026-04-18', '2026-05-03'),
    ('summer', '2026-07-04', '2026-08-31'),
    ('all_saints', '2026-10-17', '2026-11-01'),
    ('christmas', '2026-12-19', '2027-01-03'),
    ('winter', '2027-02-06', '2027-02-21'),
    ('spring', '2027-04-03', '2027-04-18'),
    ('summer', '2027-07-03', '2027-08-31'),
    ('all_saints', '2027-10-23', '2027-11-07'),
    ('christmas', '2027-12-18', '2028-01-02'),
    ('winter', '2028-02-12', '2028-02-27'),
    ('spring', '2028-04-15', '2028-05-01'),
    ('summer', '2028-07-04', '2028-08-31'),
)


def upgrade():
    op.create_table('museum_hours',
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.Column('hours', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('exceptions', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('confirmed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('confirmed_by_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_museum_hours_museum_id_museum'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('museum_id', name=op.f('pk_museum_hours'))
    )
    op.create_table('opening_day',
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.Column('date', sa.Date(), nullable=False),
    sa.Column('state', sa.Enum('open', 'closed', 'unconfirmed', name='state', native_enum=False, length=20), nullable=False),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_opening_day_museum_id_museum'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('museum_id', 'date', name=op.f('pk_opening_day'))
    )
    with op.batch_alter_table('opening_day', schema=None) as batch_op:
        batch_op.create_index('ix_opening_day_date_state', ['date', 'state', 'museum_id'], unique=False)

    op.create_table('hours_reminder',
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.Column('subject', sa.String(length=40), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_hours_reminder_museum_id_museum'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('museum_id', 'subject', name=op.f('pk_hours_reminder'))
    )

    holidays = op.create_table('school_holiday',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Enum('all_saints', 'christmas', 'winter', 'spring', 'summer', name='schoolbreak', native_enum=False, length=20), nullable=False),
    sa.Column('first', sa.Date(), nullable=False),
    sa.Column('last', sa.Date(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_school_holiday')),
    sa.UniqueConstraint('first', name=op.f('uq_school_holiday_first'))
    )
    op.bulk_insert(holidays, [
        {'kind': kind, 'first': date.fromisoformat(first), 'last': date.fromisoformat(last)}
        for kind, first, last in SCHOOL_HOLIDAYS
    ])

    with op.batch_alter_table('content_version', schema=None) as batch_op:
        batch_op.add_column(sa.Column('is_demonstration', sa.Boolean(), server_default=sa.false(), nullable=False))

    for table in MUSEUM_OWNED:
        row_security.confine(op, table)


def downgrade():
    with op.batch_alter_table('content_version', schema=None) as batch_op:
        batch_op.drop_column('is_demonstration')

    op.drop_table('school_holiday')
    op.drop_table('hours_reminder')
    op.drop_table('opening_day')
    op.drop_table('museum_hours')
