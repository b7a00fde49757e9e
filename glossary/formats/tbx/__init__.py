"""TBX, the exchange format of term bases: version 3 (ISO 30042:2019), version 2 (``martif``), and BYU's old TBX-Min."""
