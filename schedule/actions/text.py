"""The branch's own words for papers."""

from innovation_portal.record.authorship import recorded
from schedule.models import PaperText
from schedule.paper.texts import TEXTS, known


@recorded
def change_texts(*, kind, texts, by):
    """Keep what differs from the portal's own words; an empty text goes back to them.

    Raises ValidationError where a text names what no paper knows.
    """
    for key, text in texts.items():
        default = TEXTS[kind][key]
        text = known(text, default.places)
        if not text or text == default.default:
            PaperText.objects.filter(kind=kind, key=key).delete()
        else:
            PaperText.objects.update_or_create(
                kind=kind, key=key, defaults={"text": text}
            )
