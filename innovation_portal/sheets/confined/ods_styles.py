"""Which styles of an .ods file write in a Bijoy font, and which hide a sheet."""

from .values import is_bijoy

NS = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
    for name in ("office", "style", "table", "text")
} | {
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
}
STYLE, FO, SVG, TABLE = (f"{{{NS[name]}}}" for name in ("style", "fo", "svg", "table"))
MAX_PARENTS = 20


class Styles:
    """Collects styles as the parser meets them; later files override earlier ones."""

    def __init__(self):
        self.faces = {}
        self.fonts = {}
        self.parents = {}
        self.hidden = set()
        self.known = {}

    def take(self, element):
        name = element.get(STYLE + "name")
        if element.tag == STYLE + "font-face":
            self.faces[name] = element.get(SVG + "font-family") or name
        elif element.tag == STYLE + "style":
            self.parents[name] = element.get(STYLE + "parent-style-name")
            self._take_look(name, element)

    def _take_look(self, name, element):
        for look in element.findall(STYLE + "text-properties"):
            face = look.get(STYLE + "font-name")
            font = look.get(FO + "font-family") or self.faces.get(face, face)
            if font:
                self.fonts[name] = font.strip("'\" ")
        for look in element.findall(STYLE + "table-properties"):
            if look.get(TABLE + "display") == "false":
                self.hidden.add(name)

    def is_bijoy(self, name):
        if name not in self.known:
            self.known[name] = is_bijoy(self.font(name))
        return self.known[name]

    def font(self, name):
        """The font that a style names by itself or through its parents, or None."""
        for _ in range(MAX_PARENTS):
            if name in self.fonts or name is None:
                break
            name = self.parents.get(name)
        return self.fonts.get(name)
