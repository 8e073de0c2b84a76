"""All writes of the plans: each atomic, in the record, under the lock of its row."""
