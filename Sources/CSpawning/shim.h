// What glibc has for starting a program and declares behind macros that Swift does not see.

#ifndef CENTROID_SPAWNING_SHIM_H
#define CENTROID_SPAWNING_SHIM_H

#include <spawn.h>

#ifdef __linux__
extern int posix_spawn_file_actions_addchdir_np(
    posix_spawn_file_actions_t *restrict, const char *restrict);
enum { cs_spawn_in_session = 0x80 };
#else
enum { cs_spawn_in_session = POSIX_SPAWN_SETSID };
#endif

#endif
