"""Name plates for the table: A4 cut across in two, each half folded in its middle."""

from dataclasses import dataclass

from schedule.paper.letter import Paper

HEIGHT = 14.1  # centimetres in Word: half of what its margins leave of a sheet
MARGINS = (0.6,) * 4  # as much as most printers cannot print on
SIZES = (46, 36, 28, 22)  # points; static/css/paper.css has a class for each
SMALLER = 0.55  # of that size: the lines below the first
FACE = 12.4  # centimetres that a line may fill
LETTER = 0.017  # centimetres that a letter takes for each point of its size


@dataclass(frozen=True)
class Plate:
    """The first line is what is read from afar."""

    lines: tuple

    @property
    def size(self):
        """The largest at which each line fits the face, or else the smallest."""
        first, *others = map(len, self.lines)
        longest = max([first, *(SMALLER * length for length in others)])
        fitting = (size for size in SIZES if size * LETTER * longest <= FACE)
        return next(fitting, SIZES[-1])

    def into(self, document):
        small = round(self.size * SMALLER)
        document.tent(self.lines, height=HEIGHT, size=self.size, small=small)


@dataclass(frozen=True)
class Plates:
    plates: tuple
    name = "plates"

    def into(self, document):
        for plate in self.plates:
            plate.into(document)


def paper(plates):
    """The paper of some plates, each a tuple of lines."""
    made = Plates(tuple(Plate(tuple(lines)) for lines in plates))
    options = {"margins": MARGINS, "numbered": False}
    return Paper("নামফলক", (made,), style="plates", options=options)
