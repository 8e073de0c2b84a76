"""All writes of the schedule: one at a time, under one lock, each in the record."""
