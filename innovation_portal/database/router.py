"""The owner's role migrates and nothing else; rows are the app role's."""


class OwnerMigrates:
    def allow_migrate(self, db, app_label, **hints):
        return db == "owner"
