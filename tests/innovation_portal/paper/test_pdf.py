from innovation_portal.paper.pdf import from_template


def test_a_template_becomes_a_pdf():
    assert from_template("paper/base.html", {})[:5] == b"%PDF-"
