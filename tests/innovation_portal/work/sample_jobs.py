"""Jobs for the tests of the worker; an office's columns are their progress rows.

``order`` counts the runs that began, ``abbreviation`` holds one mark for each that
came to the end.
"""

import os
import time

from django.db import connection, transaction
from django.db.models import F, Value
from django.db.models.functions import Concat

from innovation_portal.models import Doing, Office
from innovation_portal.work.jobs import job


@job
def work_once(office_id, seconds=0.0):
    """Do what a job should: look under the row's lock whether it is done."""
    begin(office_id)
    time.sleep(seconds)
    finish(office_id)


@job
def hang_at_first(office_id):
    if begin(office_id) == 1:
        time.sleep(60)
    finish(office_id)


@job
def hang_in_database_at_first(office_id):
    if begin(office_id) == 1:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(25)")
    finish(office_id)


@job
def die(office_id):
    begin(office_id)
    os.kill(os.getpid(), 9)


@job
def fail():
    raise ValueError("so it is")


@job
def leave():
    raise SystemExit(3)


@job(takes_context=True)
def tell_attempt(context):
    return context.attempt


def slow_doing():
    Doing.objects.create(name="slow doing was here")
    time.sleep(0.5)


def bad_doing():
    raise ValueError("bad day")


def good_doing():
    Office.objects.update(order=F("order") + 1)


def begin(office_id):
    Office.objects.filter(pk=office_id).update(order=F("order") + 1)
    return Office.objects.get(pk=office_id).order


@transaction.atomic
def finish(office_id):
    office = Office.objects.select_for_update().get(pk=office_id)
    if not office.abbreviation:
        Office.objects.filter(pk=office_id).update(
            abbreviation=Concat("abbreviation", Value("x"))
        )
