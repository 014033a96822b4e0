## body

body-it-was-cut-off = It was cut off.
