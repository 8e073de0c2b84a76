from django.db import migrations, models

# What the planner knows of so many words decides whether it uses their index.
STATISTICS = "ALTER INDEX entry_words ALTER COLUMN 1 SET STATISTICS {}"


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0011_officer_spellings"),
    ]

    operations = [
        migrations.AddField(
            model_name="word",
            name="first",
            field=models.DecimalField(decimal_places=15, default=0, max_digits=30),
            preserve_default=False,
        ),
        migrations.RunSQL(STATISTICS.format(1000), STATISTICS.format(-1)),
    ]
