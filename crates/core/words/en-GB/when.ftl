## preset

when-preset-later-today = Later today
when-preset-in-a-week = In a week
when-preset-tomorrow-morning = Tomorrow morning
when-preset-morning = {$day} morning

## names

when-names-january = January
when-names-february = February
when-names-march = March
when-names-april = April
when-names-may = May
when-names-june = June
when-names-july = July
when-names-august = August
when-names-september = September
when-names-october = October
when-names-november = November
when-names-december = December
when-names-monday = Monday
when-names-tuesday = Tuesday
when-names-wednesday = Wednesday
when-names-thursday = Thursday
when-names-friday = Friday
when-names-saturday = Saturday
when-names-sunday = Sunday
when-names-short-jan = Jan
when-names-short-feb = Feb
when-names-short-mar = Mar
when-names-short-apr = Apr
when-names-short-may = May
when-names-short-jun = Jun
when-names-short-jul = Jul
when-names-short-aug = Aug
when-names-short-sep = Sep
when-names-short-oct = Oct
when-names-short-nov = Nov
when-names-short-dec = Dec
when-names-short-mon = Mon
when-names-short-tue = Tue
when-names-short-wed = Wed
when-names-short-thu = Thu
when-names-short-fri = Fri
when-names-short-sat = Sat
when-names-short-sun = Sun
