// What Swift cannot say about ncurses, said in C: `stdscr` and `COLS` are mutable globals,
// the attributes are macros, and a signal handler has to be a C function that touches
// nothing but flags, write(2) and tcsetattr(3).
//
// The state is one weak variable: every object file that uses these functions carries a
// copy of them, and the linker makes all copies share the one state.

#ifndef CENTROID_NCURSES_SHIM_H
#define CENTROID_NCURSES_SHIM_H

// The wide functions exist only when these stand before the first include.
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

// From term.h, which would also define macros called `columns` and `lines`.
extern char *tigetstr(const char *);
extern int tputs(const char *, int, int (*)(int));

enum { cn_signal_count = 32, cn_leave_capacity = 256, cn_patience = 1000 };

struct cn_state {
  SCREEN *screen;
  /// The terminal line as it was found.
  struct termios outside;
  volatile sig_atomic_t is_inside;
  volatile sig_atomic_t pending[cn_signal_count];
  /// When each of them came that is pending, in milliseconds; they may run over.
  volatile sig_atomic_t since[cn_signal_count];
  struct sigaction before[cn_signal_count];
  /// The bytes that lead out of the full screen, ready for a signal handler.
  char leave[cn_leave_capacity];
  int leave_length;
  bool pastes_in_brackets;
};

// Without its initial value the definition would be left out.
__attribute__((weak)) struct cn_state cn_state = {0};

// --- Signals ---------------------------------------------------------------------------

/// Leaves the full screen with nothing but calls that are allowed in a signal handler.
static inline void cn_leave_at_once(void) {
  if (!cn_state.is_inside) return;
  cn_state.is_inside = 0;
  ssize_t ignored = write(STDOUT_FILENO, cn_state.leave, (size_t)cn_state.leave_length);
  (void)ignored;
  tcsetattr(STDIN_FILENO, TCSANOW, &cn_state.outside);
}

/// The program is about to crash: restore the terminal, then crash as it would have.
static inline void cn_on_crash(int number) {
  int saved = errno;
  cn_leave_at_once();
  sigaction(number, &cn_state.before[number], NULL);
  raise(number);
  errno = saved;
}

static inline void cn_use_default(int number) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  sigaction(number, &action, NULL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
}

static inline unsigned cn_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (unsigned)now.tv_sec * 1000u + (unsigned)(now.tv_nsec / 1000000);
}

/// Notes the signal for the loop that reads the keys. Quick fingers ask twice, and the loop leaves
/// in good order all the same; whoever asks again after a second, because that loop hangs, is
/// obeyed at once.
static inline void cn_on_signal(int number) {
  int saved = errno;
  bool ends = number != SIGTSTP && number != SIGCONT;
  bool is_pending = cn_state.pending[number];
  unsigned waited = cn_milliseconds() - (unsigned)cn_state.since[number];
  if (ends && is_pending && waited >= cn_patience) {
    cn_leave_at_once();
    cn_use_default(number);
    raise(number);
  }
  if (!is_pending) cn_state.since[number] = (sig_atomic_t)cn_milliseconds();
  cn_state.pending[number] = 1;
  errno = saved;
}

/// Installs a handler unless the signal is ignored, as under nohup.
static inline void cn_handle(int number, void (*handler)(int)) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_ONSTACK;  // and no SA_RESTART, so that a waiting read wakes up
  struct sigaction current;
  sigaction(number, NULL, &current);
  if (current.sa_handler == SIG_IGN) return;
  sigaction(number, &action, NULL);
}

static const int cn_asking[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT};
static const int cn_crashing[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
enum { cn_asking_count = 6, cn_crashing_count = 6 };

static inline void cn_remember_handlers(void) {
  for (int i = 0; i < cn_asking_count; i++)
    sigaction(cn_asking[i], NULL, &cn_state.before[cn_asking[i]]);
  for (int i = 0; i < cn_crashing_count; i++)
    sigaction(cn_crashing[i], NULL, &cn_state.before[cn_crashing[i]]);
}

static inline void cn_install_handlers(void) {
  for (int i = 0; i < cn_asking_count; i++) cn_handle(cn_asking[i], cn_on_signal);
  for (int i = 0; i < cn_crashing_count; i++) cn_handle(cn_crashing[i], cn_on_crash);
}

static inline void cn_restore_handlers(void) {
  for (int i = 0; i < cn_asking_count; i++)
    sigaction(cn_asking[i], &cn_state.before[cn_asking[i]], NULL);
  for (int i = 0; i < cn_crashing_count; i++)
    sigaction(cn_crashing[i], &cn_state.before[cn_crashing[i]], NULL);
}

/// Whether a signal came since the last look.
static inline bool cn_took(int number) {
  if (!cn_state.pending[number]) return false;
  cn_state.pending[number] = 0;
  return true;
}

/// Ends the process by a signal, so that its parent sees the right status.
__attribute__((noreturn)) static inline void cn_end_by(int number) {
  cn_leave_at_once();
  cn_use_default(number);
  raise(number);
  _exit(128 + number);
}

// --- Locale ----------------------------------------------------------------------------

static inline bool cn_locale_is_utf8(void) {
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/// Takes the locale of the environment for characters, and only for them. Where it is not
/// installed, or none is named, a UTF-8 locale that is always there takes its place.
/// Returns whether the terminal is to be trusted with UTF-8.
static inline bool cn_choose_locale(void) {
  if (setlocale(LC_CTYPE, "") != NULL && cn_locale_is_utf8()) return true;
  const char *named = getenv("LC_ALL");
  if (named == NULL || *named == 0) named = getenv("LC_CTYPE");
  if (named == NULL || *named == 0) named = getenv("LANG");
  bool asks_for_other = named != NULL && *named != 0 && strstr(named, "UTF-8") == NULL
    && strstr(named, "utf8") == NULL && strstr(named, "utf-8") == NULL;
  if (asks_for_other) return false;
  return (setlocale(LC_CTYPE, "C.UTF-8") != NULL || setlocale(LC_CTYPE, "en_US.UTF-8") != NULL)
    && cn_locale_is_utf8();
}

// --- Entering and leaving --------------------------------------------------------------

static inline const char *cn_terminal_name(void) { return getenv("TERM"); }

static inline bool cn_is_terminal(void) {
  return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

static inline const char *cn_capability(const char *name) {
  const char *sequence = tigetstr(name);
  return sequence == (const char *)-1 ? NULL : sequence;
}

static inline int cn_append_to_leave(int byte) {
  if (cn_state.leave_length < cn_leave_capacity)
    cn_state.leave[cn_state.leave_length++] = (char)byte;
  return byte;
}

static inline void cn_prepare_leave(void) {
  static const char *const names[] = {"op", "sgr0", "rmkx", "cnorm", "rmcup"};
  cn_state.leave_length = 0;
  if (cn_state.pastes_in_brackets) tputs("\033[?2004l", 1, cn_append_to_leave);
  for (int i = 0; i < 5; i++) {
    const char *sequence = cn_capability(names[i]);
    if (sequence != NULL) tputs(sequence, 1, cn_append_to_leave);
  }
}

/// Newer terminfo entries say it (BE); these families could do it long before.
static inline bool cn_knows_bracketed_paste(void) {
  if (cn_capability("BE") != NULL) return true;
  static const char *const families[] = {"xterm", "screen", "tmux", "rxvt"};
  const char *name = cn_terminal_name();
  for (int i = 0; name != NULL && i < 4; i++)
    if (strncmp(name, families[i], strlen(families[i])) == 0) return true;
  return false;
}

static inline void cn_set_bracketed_paste(bool on) {
  if (!cn_state.pastes_in_brackets) return;
  ssize_t ignored = write(STDOUT_FILENO, on ? "\033[?2004h" : "\033[?2004l", 8);
  (void)ignored;
}

enum { cn_paste_begins = 0x2000, cn_paste_ends = 0x2001 };

static inline void cn_define(const char *sequence, int key) {
  if (key_defined(sequence) == 0) define_key(sequence, key);
}

/// Sequences that terminals send whatever their terminfo entry says.
static inline void cn_define_keys(void) {
  cn_define("\033[A", KEY_UP);
  cn_define("\033OA", KEY_UP);
  cn_define("\033[B", KEY_DOWN);
  cn_define("\033OB", KEY_DOWN);
  cn_define("\033[C", KEY_RIGHT);
  cn_define("\033OC", KEY_RIGHT);
  cn_define("\033[D", KEY_LEFT);
  cn_define("\033OD", KEY_LEFT);
  cn_define("\033[H", KEY_HOME);
  cn_define("\033OH", KEY_HOME);
  cn_define("\033[1~", KEY_HOME);
  cn_define("\033[F", KEY_END);
  cn_define("\033OF", KEY_END);
  cn_define("\033[4~", KEY_END);
  cn_define("\033[2~", KEY_IC);
  cn_define("\033[3~", KEY_DC);
  cn_define("\033[5~", KEY_PPAGE);
  cn_define("\033[6~", KEY_NPAGE);
  cn_define("\033[Z", KEY_BTAB);
  cn_define("\033[200~", cn_paste_begins);
  cn_define("\033[201~", cn_paste_ends);
}

/// Keys one by one, unechoed; return is not turned into line feed; control-S and control-V
/// are keys like others. Control-C and control-Z stay signals.
static inline void cn_set_line_modes(void) {
  cbreak();
  noecho();
  nonl();
  struct termios line;
  if (tcgetattr(STDIN_FILENO, &line) == 0) {
    line.c_iflag &= (tcflag_t) ~(IXON | IXOFF);
    line.c_lflag &= (tcflag_t)~IEXTEN;
    tcsetattr(STDIN_FILENO, TCSANOW, &line);
  }
  def_prog_mode();
}

enum cn_start_result { cn_started, cn_unknown_terminal, cn_no_cursor_movement };

static inline enum cn_start_result cn_start(void) {
  memset(&cn_state, 0, sizeof cn_state);
  tcgetattr(STDIN_FILENO, &cn_state.outside);
  cn_remember_handlers();
  // Before ncurses looks: it ignores control-Z during every redraw, so that one typed then would
  // be lost, unless it finds that somebody else takes care of it.
  cn_handle(SIGTSTP, cn_on_signal);
  cn_state.screen = newterm(NULL, stdout, stdin);
  if (cn_state.screen == NULL) {
    cn_restore_handlers();
    return cn_unknown_terminal;
  }
  if (cn_capability("cup") == NULL || cn_capability("clear") == NULL) {
    endwin();
    delscreen(cn_state.screen);
    cn_restore_handlers();
    return cn_no_cursor_movement;
  }
  cn_state.pastes_in_brackets = cn_knows_bracketed_paste();
  cn_set_line_modes();
  set_escdelay(25);
  intrflush(stdscr, FALSE);
  keypad(stdscr, TRUE);
  cn_define_keys();
  curs_set(0);
  cn_prepare_leave();
  cn_state.is_inside = 1;
  cn_install_handlers();
  cn_set_bracketed_paste(true);
  return cn_started;
}

static inline void cn_stop(void) {
  if (cn_state.is_inside) {
    cn_set_bracketed_paste(false);
    endwin();
    tcsetattr(STDIN_FILENO, TCSANOW, &cn_state.outside);
    cn_state.is_inside = 0;
  }
  delscreen(cn_state.screen);
  cn_restore_handlers();
}

/// Takes the terminal again after the process was stopped, at the size it has now.
static inline void cn_reenter(void) {
  reset_prog_mode();
  cn_state.is_inside = 1;
  cn_set_bracketed_paste(true);
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
    if (is_term_resized(size.ws_row, size.ws_col)) resizeterm(size.ws_row, size.ws_col);
  clearok(curscr, TRUE);
  refresh();
}

/// Gives the terminal back, stops the process, and takes the terminal again.
static inline void cn_suspend(void) {
  cn_set_bracketed_paste(false);
  endwin();
  tcsetattr(STDIN_FILENO, TCSANOW, &cn_state.outside);
  cn_state.is_inside = 0;
  cn_use_default(SIGTSTP);
  raise(SIGTSTP);
  cn_handle(SIGTSTP, cn_on_signal);
  cn_state.pending[SIGTSTP] = 0;
  cn_state.pending[SIGCONT] = 0;
  cn_reenter();
}

// --- Reading ---------------------------------------------------------------------------

enum cn_read_result { cn_read_nothing, cn_read_character, cn_read_key, cn_read_hangup };

static inline enum cn_read_result cn_read(int milliseconds, uint32_t *code) {
  wint_t read = 0;
  timeout(milliseconds);
  int result = get_wch(&read);
  *code = (uint32_t)read;
  if (result == KEY_CODE_YES) return cn_read_key;
  if (result == OK) return cn_read_character;
  struct termios line;
  bool is_gone = tcgetattr(STDIN_FILENO, &line) != 0 && errno != EINTR;
  return is_gone ? cn_read_hangup : cn_read_nothing;
}

// --- Asking the terminal itself --------------------------------------------------------

/// Whether an escape sequence that the terminal does not know leaves no trace on it. Those that
/// keep a screen apart for programs are of the family of xterm, which reads it and forgets it;
/// the others are consoles, some of which would print it.
static inline bool cn_takes_questions(void) { return cn_capability("smcup") != NULL; }

static inline void cn_ask(const char *questions) {
  ssize_t ignored = write(STDOUT_FILENO, questions, strlen(questions));
  (void)ignored;
}

/// Reads what is there, waiting for the first byte: how many came, 0 where none came in time.
static inline int cn_listen(int milliseconds, uint8_t *bytes, int capacity) {
  struct pollfd request = {STDIN_FILENO, POLLIN, 0};
  if (poll(&request, 1, milliseconds) <= 0) return 0;
  ssize_t count = read(STDIN_FILENO, bytes, (size_t)capacity);
  return count > 0 ? (int)count : 0;
}

/// The key that a sequence stands for; 0 where there is none.
static inline int cn_key(const char *sequence) {
  int key = key_defined(sequence);
  return key > 0 ? key : 0;
}

enum { cn_colour_begins = 0x2002, cn_attributes_begin = 0x2003 };

/// An answer that comes too late begins like this; it must not be taken for keys.
static inline void cn_expect_late_answers(void) {
  cn_define("\033]11;", cn_colour_begins);
  cn_define("\033[?", cn_attributes_begin);
}

// --- Drawing ---------------------------------------------------------------------------

enum { cn_bold = 1, cn_underline = 2, cn_reverse = 4, cn_dim = 8 };

static inline int cn_rows(void) { return getmaxy(stdscr); }
static inline int cn_columns(void) { return getmaxx(stdscr); }

/// The count of colours after they were switched on; 0 without colour.
static inline int cn_start_colour(void) {
  if (!has_colors() || start_color() != OK) return 0;
  use_default_colors();
  return COLORS;
}

static inline int cn_pair_count(void) { return COLOR_PAIRS; }

static inline bool cn_define_pair(int pair, int foreground, int background) {
  return init_pair((short)pair, (short)foreground, (short)background) == OK;
}

/// Puts one scalar and up to three marks (or 0) into a cell. A scalar that the C library
/// measures otherwise than the surface does would shift the rest of the row: "?" instead.
static inline void cn_put(
  int row, int column, uint32_t scalar, uint32_t mark1, uint32_t mark2, uint32_t mark3, int width,
  int attributes, int pair) {
  wchar_t text[] = {(wchar_t)scalar, (wchar_t)mark1, (wchar_t)mark2, (wchar_t)mark3, 0};
  if (wcwidth(text[0]) != width) {
    text[0] = L'?';
    text[1] = 0;
  }
  attr_t bits = A_NORMAL;
  if (attributes & cn_bold) bits |= A_BOLD;
  if (attributes & cn_underline) bits |= A_UNDERLINE;
  if (attributes & cn_reverse) bits |= A_REVERSE;
  if (attributes & cn_dim) bits |= A_DIM;
  cchar_t cell;
  if (setcchar(&cell, text, bits, (short)pair, NULL) == OK) mvadd_wch(row, column, &cell);
}

static inline void cn_erase(void) { erase(); }

/// Brings the drawn cells to the terminal. The cursor is hidden when `row` is negative.
static inline void cn_show(int row, int column) {
  if (row >= 0) move(row, column);
  curs_set(row >= 0 ? 1 : 0);
  refresh();
}

#endif
