from innovation_portal.bangla.marks import LETTERS, lettered, numbered


def test_items_are_lettered():
    assert lettered(["এক", "দুই", "তিন"]) == [
        ("(ক)", "এক"),
        ("(খ)", "দুই"),
        ("(গ)", "তিন"),
    ]


def test_no_item_is_lost_when_the_letters_end():
    marks = [mark for mark, _item in lettered(range(len(LETTERS) + 2))]
    assert marks[-3:] == ["(হ)", "(কক)", "(খখ)"]
    assert len(set(marks)) == len(LETTERS) + 2


def test_items_are_numbered():
    assert numbered(["ক", "খ"]) == [("১.", "ক"), ("২.", "খ")]
    assert numbered("ক" * 10)[-1] == ("১০.", "ক")
