"""The register."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql


from portal.db import row_security

TRANSLATED = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
MUSEUM_OWNED = ("museum_former_slug", "museum_label", "museum_profile", "museum_theme")

revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('content_version',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('next_due_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('id = 1', name=op.f('ck_content_version_single_row')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_content_version'))
    )
    op.create_table('departement',
    sa.Column('code', sa.String(length=3), nullable=False),
    sa.Column('slug', sa.String(length=80), nullable=False),
    sa.Column('name', TRANSLATED, nullable=False),
    sa.Column('region', sa.String(length=80), nullable=False),
    sa.PrimaryKeyConstraint('code', name=op.f('pk_departement')),
    sa.UniqueConstraint('slug', name=op.f('uq_departement_slug'))
    )
    with op.batch_alter_table('departement', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_departement_region'), ['region'], unique=False)

    op.create_table('label',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('slug', sa.String(length=80), nullable=False),
    sa.Column('name', TRANSLATED, nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_label')),
    sa.UniqueConstraint('slug', name=op.f('uq_label_slug'))
    )
    op.create_table('theme',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('slug', sa.String(length=80), nullable=False),
    sa.Column('name', TRANSLATED, nullable=False),
    sa.Column('text', TRANSLATED, nullable=True),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('cover', sa.String(length=40), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_theme')),
    sa.UniqueConstraint('slug', name=op.f('uq_theme_slug'))
    )
    op.create_table('domain_spelling',
    sa.Column('spelling', sa.String(length=120), nullable=False),
    sa.Column('theme_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['theme_id'], ['theme.id'], name=op.f('fk_domain_spelling_theme_id_theme')),
    sa.PrimaryKeyConstraint('spelling', name=op.f('pk_domain_spelling'))
    )
    with op.batch_alter_table('domain_spelling', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_domain_spelling_theme_id'), ['theme_id'], unique=False)

    op.create_table('town',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('slug', sa.String(length=120), nullable=False),
    sa.Column('insee', sa.String(length=5), nullable=True),
    sa.Column('name', TRANSLATED, nullable=False),
    sa.Column('sort_key', sa.Text(), nullable=False),
    sa.Column('departement_code', sa.String(length=3), nullable=False),
    sa.Column('latitude', sa.Double(), nullable=True),
    sa.Column('longitude', sa.Double(), nullable=True),
    sa.Column('postcodes', sa.JSON(), nullable=False),
    sa.Column('spellings', sa.JSON(), nullable=False),
    sa.Column('also_called', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['departement_code'], ['departement.code'], name=op.f('fk_town_departement_code_departement')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_town')),
    sa.UniqueConstraint('insee', name=op.f('uq_town_insee')),
    sa.UniqueConstraint('slug', name=op.f('uq_town_slug'))
    )
    with op.batch_alter_table('town', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_town_departement_code'), ['departement_code'], unique=False)
        batch_op.create_index(batch_op.f('ix_town_sort_key'), ['sort_key'], unique=False)

    op.create_table('museum',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('museofile_id', sa.String(length=10), nullable=True),
    sa.Column('former_ref', sa.String(length=7), nullable=True),
    sa.Column('slug', sa.String(length=120), nullable=False),
    sa.Column('official_name', sa.Text(), nullable=False),
    sa.Column('usage_name', TRANSLATED, nullable=False),
    sa.Column('street', sa.Text(), nullable=True),
    sa.Column('place', sa.Text(), nullable=True),
    sa.Column('postcode', sa.String(length=5), nullable=True),
    sa.Column('town_id', sa.Integer(), nullable=False),
    sa.Column('latitude', sa.Double(), nullable=True),
    sa.Column('longitude', sa.Double(), nullable=True),
    sa.Column('phone', sa.Text(), nullable=True),
    sa.Column('website', sa.Text(), nullable=True),
    sa.Column('domains', sa.JSON(), nullable=False),
    sa.Column('cover_salt', sa.Integer(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('updated_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['town_id'], ['town.id'], name=op.f('fk_museum_town_id_town')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_museum')),
    sa.UniqueConstraint('former_ref', name=op.f('uq_museum_former_ref')),
    sa.UniqueConstraint('museofile_id', name=op.f('uq_museum_museofile_id')),
    sa.UniqueConstraint('slug', name=op.f('uq_museum_slug'))
    )
    with op.batch_alter_table('museum', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_museum_postcode'), ['postcode'], unique=False)
        batch_op.create_index(batch_op.f('ix_museum_town_id'), ['town_id'], unique=False)

    op.create_table('museum_former_slug',
    sa.Column('slug', sa.String(length=120), nullable=False),
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_museum_former_slug_museum_id_museum'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('slug', name=op.f('pk_museum_former_slug'))
    )
    with op.batch_alter_table('museum_former_slug', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_museum_former_slug_museum_id'), ['museum_id'], unique=False)

    op.create_table('museum_label',
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.Column('label_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['label_id'], ['label.id'], name=op.f('fk_museum_label_label_id_label')),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_museum_label_museum_id_museum'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('museum_id', 'label_id', name=op.f('pk_museum_label'))
    )
    with op.batch_alter_table('museum_label', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_museum_label_label_id'), ['label_id'], unique=False)

    op.create_table('museum_profile',
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.Column('usage_name', TRANSLATED, nullable=True),
    sa.Column('presentation', TRANSLATED, nullable=True),
    sa.Column('phone', sa.Text(), nullable=True),
    sa.Column('website', sa.Text(), nullable=True),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_museum_profile_museum_id_museum'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('museum_id', name=op.f('pk_museum_profile'))
    )
    op.create_table('museum_theme',
    sa.Column('museum_id', sa.Integer(), nullable=False),
    sa.Column('theme_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('set_by', sa.Enum('association', 'register', name='setby', native_enum=False, length=20), nullable=False),
    sa.ForeignKeyConstraint(['museum_id'], ['museum.id'], name=op.f('fk_museum_theme_museum_id_museum'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['theme_id'], ['theme.id'], name=op.f('fk_museum_theme_theme_id_theme')),
    sa.PrimaryKeyConstraint('museum_id', 'theme_id', name=op.f('pk_museum_theme'))
    )
    with op.batch_alter_table('museum_theme', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_museum_theme_theme_id'), ['theme_id'], unique=False)

    op.execute("INSERT INTO content_version (id, number) VALUES (1, 1)")
    for table in MUSEUM_OWNED:
        row_security.confine(op, table)


def downgrade():
    with op.batch_alter_table('museum_theme', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_museum_theme_theme_id'))

    op.drop_table('museum_theme')
    op.drop_table('museum_profile')
    with op.batch_alter_table('museum_label', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_museum_label_label_id'))

    op.drop_table('museum_label')
    with op.batch_alter_table('museum_former_slug', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_museum_former_slug_museum_id'))

    op.drop_table('museum_former_slug')
    with op.batch_alter_table('museum', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_museum_town_id'))
        batch_op.drop_index(batch_op.f('ix_museum_postcode'))

    op.drop_table('museum')
    with op.batch_alter_table('town', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_town_sort_key'))
        batch_op.drop_index(batch_op.f('ix_town_departement_code'))

    op.drop_table('town')
    with op.batch_alter_table('domain_spelling', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_domain_spelling_theme_id'))

    op.drop_table('domain_spelling')
    op.drop_table('theme')
    op.drop_table('label')
    with op.batch_alter_table('departement', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_departement_region'))

    op.drop_table('departement')
    op.drop_table('content_version')
