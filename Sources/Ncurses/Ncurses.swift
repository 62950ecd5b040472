// The room Ncurses.
