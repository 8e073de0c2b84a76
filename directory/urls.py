"""/directory/: the telephone list, and how it comes in."""

from django.urls import path

from directory.views import (
    count,
    designation,
    download,
    edition,
    entry,
    hiding,
    line,
    office,
    officer,
    paper,
    report,
)

app_name = "directory"
urlpatterns = [
    path("", entry.entry_list, name="entry_list"),
    path("download.xlsx", download.download_xlsx, name="download_xlsx"),
    path("download.csv", download.download_csv, name="download_csv"),
    path("download.vcf", download.download_vcf, name="download_vcf"),
    path("download.pdf", paper.paper_download, name="paper_download"),
    path("list/<slug:kind>.pdf", paper.paper_detail, name="paper_detail"),
    path("use/", count.count_list, name="count_list"),
    path("use/assumptions/", count.count_assume, name="count_assume"),
    path("offices/", office.office_tree, name="office_tree"),
    path("officers/<int:pk>/same/", officer.officer_join, name="officer_join"),
    path("officers/<int:pk>/part/", officer.officer_part, name="officer_part"),
    path("officers/<int:pk>/", officer.officer_detail, name="officer_detail"),
    path("officers/<int:pk>/contact.vcf", officer.officer_card, name="officer_card"),
    path("officers/<int:pk>/contact.svg", officer.officer_code, name="officer_code"),
    path("lines/<int:number>/", line.line_detail, name="line_detail"),
    path("lines/<int:number>/contact.vcf", line.line_card, name="line_card"),
    path("lines/<int:number>/contact.svg", line.line_code, name="line_code"),
    path("lines/<int:number>/report/", report.report_create, name="report_create"),
    path("reports/", report.report_list, name="report_list"),
    path("reports/<int:pk>/", report.report_detail, name="report_detail"),
    path("reports/<int:pk>/answer/", report.report_answer, name="report_answer"),
    path("reports/of/<slug:token>/", report.report_status, name="report_status"),
    path("lines/<int:number>/transfer/", line.line_transfer, name="line_transfer"),
    path("lines/<int:number>/<slug:way>/", line.line_edit, name="line_edit"),
    path("editions/", edition.edition_list, name="edition_list"),
    path("editions/compare/", edition.edition_compare, name="edition_compare"),
    path("editions/<int:number>/", edition.edition_detail, name="edition_detail"),
    path("editions/<int:number>/file/", edition.edition_source, name="edition_source"),
    path(
        "editions/<int:number>/back/", edition.edition_rollback, name="edition_rollback"
    ),
    path("upload/", edition.edition_upload, name="edition_upload"),
    path("upload/<int:pk>/", edition.edition_preview, name="edition_preview"),
    path("upload/<int:pk>/choose/", edition.edition_choose, name="edition_choose"),
    path("upload/<int:pk>/publish/", edition.edition_publish, name="edition_publish"),
    path("upload/<int:pk>/discard/", edition.edition_discard, name="edition_discard"),
    path("upload/<int:pk>/notes.xlsx", edition.edition_notes, name="edition_notes"),
    path("hidden/", hiding.hiding_change, name="hiding_change"),
    path("hidden/<int:number>/", hiding.hiding_line, name="hiding_line"),
    path("designations/", designation.designation_list, name="designation_list"),
    path(
        "designations/new/", designation.designation_create, name="designation_create"
    ),
    path(
        "designations/<int:pk>/",
        designation.designation_change,
        name="designation_change",
    ),
]
