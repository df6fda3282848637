"""The XML formats of the IPTC: NewsML 1, NewsML-G2, and NITF, which also stands inside the other two."""
