import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0006_search_rules"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="edition",
            name="insert_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="edition",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="edition",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="edition",
            name="effective_on",
            field=models.DateField(null=True, verbose_name="with effect from"),
        ),
        migrations.AddField(
            model_name="edition",
            name="order_number",
            field=models.CharField(
                blank=True, max_length=100, verbose_name="office order number"
            ),
        ),
        migrations.AddField(
            model_name="editionevent",
            name="effective_on",
            field=models.DateField(null=True, verbose_name="with effect from"),
        ),
        migrations.AddField(
            model_name="editionevent",
            name="order_number",
            field=models.CharField(
                blank=True, max_length=100, verbose_name="office order number"
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="edition",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "directory_editionevent" ("added", "changed", "effective_on", "new_holders", "number", "order_number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "reason", "removed", "restores_id", "source_id", "source_name", "unchanged", "updated_on") VALUES (NEW."added", NEW."changed", NEW."effective_on", NEW."new_holders", NEW."number", NEW."order_number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'insert\', NEW."number", NEW."published_at", NEW."published_by_id", NEW."reason", NEW."removed", NEW."restores_id", NEW."source_id", NEW."source_name", NEW."unchanged", NEW."updated_on"); RETURN NULL;',
                    hash="48551c5d91ae275bb2d3d757e0f73fce39826edf",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_02fa2",
                    table="directory_edition",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="edition",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "directory_editionevent" ("added", "changed", "effective_on", "new_holders", "number", "order_number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "reason", "removed", "restores_id", "source_id", "source_name", "unchanged", "updated_on") VALUES (NEW."added", NEW."changed", NEW."effective_on", NEW."new_holders", NEW."number", NEW."order_number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', NEW."number", NEW."published_at", NEW."published_by_id", NEW."reason", NEW."removed", NEW."restores_id", NEW."source_id", NEW."source_name", NEW."unchanged", NEW."updated_on"); RETURN NULL;',
                    hash="7c4cb35c614bdab6389dfee2a567b52770ffabce",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4a0e9",
                    table="directory_edition",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="edition",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "directory_editionevent" ("added", "changed", "effective_on", "new_holders", "number", "order_number", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "reason", "removed", "restores_id", "source_id", "source_name", "unchanged", "updated_on") VALUES (OLD."added", OLD."changed", OLD."effective_on", OLD."new_holders", OLD."number", OLD."order_number", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."number", OLD."published_at", OLD."published_by_id", OLD."reason", OLD."removed", OLD."restores_id", OLD."source_id", OLD."source_name", OLD."unchanged", OLD."updated_on"); RETURN NULL;',
                    hash="8f3691d84aeb581447e258328fd3ace3f5648afb",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_5b5ed",
                    table="directory_edition",
                    when="AFTER",
                ),
            ),
        ),
    ]
