from django.db import migrations

# What the planner knows of the words decides whether it uses their index. It reads no
# statistics of a partial index, but those of an expression.
KNOWN = """
    CREATE STATISTICS entry_words_known ON (string_to_array(search_key, ' '))
        FROM directory_entry;
    ALTER STATISTICS entry_words_known SET STATISTICS 1000;
    ANALYZE directory_entry"""
OF_INDEX = "ALTER INDEX entry_words ALTER COLUMN 1 SET STATISTICS {}"


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0013_desk_and_alphabetical"),
    ]

    operations = [
        migrations.RunSQL(KNOWN, "DROP STATISTICS entry_words_known"),
        migrations.RunSQL(OF_INDEX.format(-1), OF_INDEX.format(1000)),
    ]
