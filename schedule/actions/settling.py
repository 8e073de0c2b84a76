"""A sitting follows a post to its new holder, or a person to his new post, or stays."""

from dataclasses import replace

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from schedule.actions.claims import let_stand
from schedule.actions.sitting import change
from schedule.actions.writing import written
from schedule.details import Details
from schedule.holders import holders_of, lines_of, person_of
from schedule.models import Chair


def follow_post(*, sitting, sequence, by):
    """The present holder of the post chairs. Raises what ``change`` raises, and
    ValidationError for a post that nobody holds.
    """
    post = holders_of([sitting.chair_line]).get(sitting.chair_line)
    if post is None or post.officer is None:
        raise ValidationError(_("Nobody holds this post now."))
    details = replace(Details.of(sitting), chair=post.officer)
    reason = _("The post has a new holder.")
    return _change(sitting, sequence, details, reason, by)


def follow_person(*, sitting, sequence, by):
    """The chair stays the same person, under the post that he holds now, or under
    his name where he holds none. Raises what ``change`` raises.
    """
    own = lines_of([sitting.chair]).get(person_of(sitting.chair))
    details = replace(
        Details.of(sitting),
        chair_line=own.line if own else None,
        chair_as=_called(sitting.chair, own),
    )
    reason = _("The chair holds another post now.")
    return _change(sitting, sequence, details, reason, by)


def keep(*, sitting, sequence, by):
    """It is held though its day or its hours are not worked. Raises as ``change``."""
    reason = _("It is held all the same.")
    return _change(sitting, sequence, Details.of(sitting), reason, by)


@written
def stand(*, holder, reason, by):
    """A sitting or a busy time, and all that it meets, stay as they are."""
    let_stand(holder, reason=reason, by=by)


def follow_all_posts(*, invited, by):
    """Who was invited by his post gives way to its present holder.

    ``invited`` are pairs of a participant and the line of his post. Each sitting is
    changed on its own; returns those that were refused, because somebody is taken.
    """
    posts, refused = {part.line: line for part, line in invited}, []
    for sitting in {part.sitting_id: part.sitting for part, _line in invited}.values():
        details = Details.of(sitting)
        parts = tuple(_followed(part, posts) for part in details.parts)
        try:
            details = replace(details, parts=parts)
            reason = _("The post has a new holder.")
            _change(sitting, sitting.sequence, details, reason, by)
        except ValidationError:
            refused.append(sitting)
    return refused


def _change(sitting, sequence, details, reason, by):
    return change(
        sitting=sitting, sequence=sequence, details=details, reason=reason, by=by
    )


def _called(officer, own):
    if own is None:
        return f"{officer.honorific} {officer.name}".strip()
    chair = Chair.objects.of(officer)
    return chair.shown_as if chair and chair.line == own.line else own.post


def _followed(part, posts):
    """A printed name of the one before becomes that of the holder; a post's stays."""
    if part.line not in posts:
        return part
    line, before = posts[part.line], part.officer
    holder = line.officer if line else None
    named = before is not None and part.name == before.name
    name = holder.name if named and holder else part.name
    return replace(part, officer=holder, name=name)
