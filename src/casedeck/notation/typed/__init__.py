"""Files that look right to the person who typed them, as YAML: dashes for hyphens, typographic quotes, colons
in a text.

One pass over the lines, before the YAML library reads them. What has one meaning is written as YAML has it;
what cuts a text short in silence, or would be reported at another line, is a problem here, at the line where
the person has to act. Text that is YAML already is left as it is. Lines stay lines, and values begin in the
column in which they were typed, tabs aside.
"""
