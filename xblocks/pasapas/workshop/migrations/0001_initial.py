from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = ()
    operations = (
        migrations.CreateModel(
            name="State",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("learner", models.CharField(blank=True, default="", max_length=64)),
                ("scope", models.CharField(max_length=32)),
                ("block", models.CharField(blank=True, default="", max_length=255)),
                ("data", models.JSONField(default=dict)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("learner", "scope", "block"), name="one_state")
                ],
            },
        ),
    )
