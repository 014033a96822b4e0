## reach

reach-choose-a-calendar-of-the = Choose a calendar of the organisation.
reach-choose-a-department-of-the = Choose a department of the directory.
reach-choose-a-person-of-the = Choose a person of the directory.
