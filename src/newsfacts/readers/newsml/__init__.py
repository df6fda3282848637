"""The XML formats of the IPTC: NewsML 1, NewsML-G2, and NITF, which may be the body of an item in the other two."""

__all__: list[str] = []
