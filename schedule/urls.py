"""The sitemap of the schedule, by subject."""

from importlib import import_module

from django.urls import path

from schedule import paths  # noqa: F401 - days, weeks and months of addresses
from schedule.views import (
    block,
    board,
    chair,
    consent,
    day,
    decision,
    diary,
    export,
    feed,
    free,
    minutes,
    month,
    office,
    paper,
    policy,
    room,
    search,
    series,
    settling,
    sitting,
    text,
    use,
    week,
)

# The word is Python's own, so the module is asked for by its name.
import_ = import_module("schedule.views.import")

app_name = "schedule"
urlpatterns = [
    # What everyone sees
    path("", day.day_now, name="day_now"),
    path("<day:day>/", day.day_detail, name="day_detail"),
    path("<day:day>/day.pdf", day.day_paper, name="day_paper"),
    path("week/<week:day>/", week.week_detail, name="week_detail"),
    path("week/<week:day>/week.pdf", week.week_paper, name="week_paper"),
    path("month/<month:day>/", month.month_detail, name="month_detail"),
    path("search/", search.search_list, name="search_list"),
    path("board/", board.board_detail, name="board_detail"),
    path("rooms/", room.room_list, name="room_list"),
    path("rooms/<int:pk>/", room.room_detail, name="room_detail"),
    path("rooms/<int:pk>/<week:day>/", room.room_week, name="room_week"),
    path("chairs/<int:pk>/", chair.chair_detail, name="chair_detail"),
    path("chairs/<int:pk>/<month:day>/", chair.chair_month, name="chair_month"),
    path("offices/<int:pk>/", office.office_detail, name="office_detail"),
    path("offices/<int:pk>/<month:day>/", office.office_month, name="office_month"),
    path("sittings/<int:pk>/", sitting.sitting_detail, name="sitting_detail"),
    path("free/", free.free_find, name="free_find"),
    # Entering and moving sittings
    path("mine/", sitting.sitting_list, name="sitting_list"),
    path("sittings/new/", sitting.sitting_create, name="sitting_create"),
    path("sittings/clash/", sitting.sitting_clash, name="sitting_clash"),
    path("sittings/<int:pk>/change/", sitting.sitting_change, name="sitting_change"),
    path("sittings/<int:pk>/confirm/", sitting.sitting_confirm, name="sitting_confirm"),
    path(
        "sittings/<int:pk>/postpone/", sitting.sitting_postpone, name="sitting_postpone"
    ),
    path("sittings/<int:pk>/cancel/", sitting.sitting_cancel, name="sitting_cancel"),
    path("sittings/<int:pk>/letter/", sitting.sitting_letter, name="sitting_letter"),
    path("rooms/new/", room.room_create, name="room_create"),
    path("rooms/<int:pk>/change/", room.room_change, name="room_change"),
    path("rules/", policy.policy_change, name="policy_change"),
    # What comes again
    path("series/<int:pk>/", series.series_detail, name="series_detail"),
    path("sittings/<int:pk>/repeat/", series.series_create, name="series_create"),
    path("sittings/<int:pk>/series/", series.series_change, name="series_change"),
    path(
        "sittings/<int:pk>/series/cancel/", series.series_cancel, name="series_cancel"
    ),
    # Files of sittings, in and out
    path("import/", import_.import_upload, name="import_upload"),
    path("import/form.xlsx", import_.import_form, name="import_form"),
    path("import/<int:pk>/", import_.import_preview, name="import_preview"),
    path("import/<int:pk>/take/", import_.import_take, name="import_take"),
    path("import/<int:pk>/discard/", import_.import_discard, name="import_discard"),
    path("import/<int:pk>/notes.xlsx", import_.import_notes, name="import_notes"),
    path("export/", export.export_choose, name="export_choose"),
    path("export/sittings.xlsx", export.export_xlsx, name="export_xlsx"),
    # Chairs, their days, and what must be settled
    path("chairs/registry/", chair.chair_list, name="chair_list"),
    path("chairs/new/", chair.chair_create, name="chair_create"),
    path("chairs/<int:pk>/change/", chair.chair_change, name="chair_change"),
    path("diary/", diary.diary_list, name="diary_list"),
    path("diary/<int:pk>/<day:day>/", diary.diary_day, name="diary_day"),
    path("diary/<int:pk>/week/<week:day>/", diary.diary_week, name="diary_week"),
    path(
        "diary/<int:pk>/<day:day>/programme.pdf", diary.diary_paper, name="diary_paper"
    ),
    path("diary/<int:pk>/busy/", block.block_create, name="block_create"),
    path("sittings/<int:pk>/move/", diary.diary_move, name="diary_move"),
    path("busy/<int:pk>/change/", block.block_change, name="block_change"),
    path("busy/<int:pk>/back/", block.block_end, name="block_end"),
    path("consents/<int:pk>/", consent.consent_answer, name="consent_answer"),
    path("settling/", settling.settling_list, name="settling_list"),
    path("settling/posts/", settling.settling_posts, name="settling_posts"),
    path(
        "settling/<slug:kind>/<int:pk>/stand/",
        settling.settling_stand,
        name="settling_stand",
    ),
    path("settling/<int:pk>/", settling.settling_follow, name="settling_follow"),
    # Minutes and decisions
    path("sittings/<int:pk>/minutes/", minutes.minutes_detail, name="minutes_detail"),
    path("sittings/<int:pk>/minutes/edit/", minutes.minutes_edit, name="minutes_edit"),
    path("sittings/<int:pk>/minutes/sign/", minutes.minutes_sign, name="minutes_sign"),
    path("sittings/<int:pk>/minutes/open/", minutes.minutes_open, name="minutes_open"),
    path("sittings/<int:pk>/minutes/scan/", minutes.minutes_scan, name="minutes_scan"),
    path("sittings/<int:pk>/minutes.pdf", minutes.minutes_pdf, name="minutes_pdf"),
    path("sittings/<int:pk>/minutes.docx", minutes.minutes_docx, name="minutes_docx"),
    path("decisions/", decision.decision_list, name="decision_list"),
    path("decisions/<int:pk>/", decision.decision_progress, name="decision_progress"),
    # Measures
    path("use/", use.use_show, name="use_show"),
    # Calendars
    path("calendar/", feed.feed_help, name="feed_help"),
    path("calendar.ics", feed.feed_all, name="feed_all"),
    path("rooms/<int:pk>/calendar.ics", feed.feed_room, name="feed_room"),
    path("chairs/<int:pk>/calendar.ics", feed.feed_chair, name="feed_chair"),
    path("offices/<int:pk>/calendar.ics", feed.feed_office, name="feed_office"),
    path("sittings/<int:pk>/sitting.ics", feed.feed_sitting, name="feed_sitting"),
    # Papers of a sitting, and their texts
    path("sittings/<int:pk>/papers/", paper.paper_detail, name="paper_detail"),
    path(
        "sittings/<int:pk>/papers/<slug:kind>/",
        paper.paper_create,
        name="paper_create",
    ),
    path("papers/<int:pk>.<slug:ending>", paper.paper_download, name="paper_download"),
    path("texts/", text.text_list, name="text_list"),
    path("texts/<slug:kind>/", text.text_change, name="text_change"),
]
