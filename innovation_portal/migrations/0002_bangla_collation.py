from django.contrib.postgres.operations import CreateCollation
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("innovation_portal", "0001_initial")]

    operations = [CreateCollation("bangla", "bn-u-kn-true", provider="icu")]
