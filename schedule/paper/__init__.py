"""Papers of the schedule, a file each: plain values in, the bytes of a PDF out."""
