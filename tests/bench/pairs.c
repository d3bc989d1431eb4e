/* How long two programs take as whole processes, run in turn so that both meet the same machine.
 *
 *   pairs PAIRS NAME_A A ARGS... -- NAME_B B ARGS...
 *
 * Each is started by posix_spawn with its output thrown away; the time runs from the start until it is waited for.
 * Everything is pinned to one processor. A tenth of the pairs, at least 10, is run first and not counted. The order
 * within a pair changes from pair to pair. Printed are the median of each, and the median of the ratios of the pairs.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sched.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

extern char** environ;

enum { LEAST_WARM_UP = 10, MOST_PAIRS = 100000 };

static void fail(const char* what) {
    fprintf(stderr, "pairs: %s\n", what);
    exit(2);
}

static void pin_to_this_processor(void) {
    const int processor = sched_getcpu();
    cpu_set_t set;
    CPU_ZERO(&set);
    CPU_SET(processor < 0 ? 0 : processor, &set);
    sched_setaffinity(0, sizeof set, &set);
}

static double now_in_ms(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static double run_in_ms(char** command, const posix_spawn_file_actions_t* files) {
    pid_t child = 0;
    int status = 0;
    const double begin = now_in_ms();
    if (posix_spawn(&child, command[0], files, NULL, command, environ) != 0) fail(command[0]);
    if (waitpid(child, &status, 0) != child) fail("waitpid");
    const double end = now_in_ms();
    if (status != 0) fail("a program did not exit with 0");
    return end - begin;
}

static int compare(const void* a, const void* b) {
    const double left = *(const double*)a;
    const double right = *(const double*)b;
    return (left > right) - (left < right);
}

static double quantile(double* sorted, int count, double share) { return sorted[(int)((count - 1) * share + 0.5)]; }

static void print_row(const char* name, double* values, int count, const char* unit) {
    qsort(values, (size_t)count, sizeof *values, compare);
    printf("%-10s median %.3f%s   (p25 %.3f, p75 %.3f)\n", name, quantile(values, count, 0.5), unit,
           quantile(values, count, 0.25), quantile(values, count, 0.75));
}

static void measure(int pairs, char** a, char** b) {
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
    double* times = calloc((size_t)pairs * 3, sizeof *times);
    if (times == NULL) fail("out of memory");
    double* times_b = times + pairs;
    double* ratios = times_b + pairs;
    const int warm_up = pairs / 10 > LEAST_WARM_UP ? pairs / 10 : LEAST_WARM_UP;
    for (int i = -warm_up; i < pairs; ++i) {
        const int b_first = i & 1;
        const double first = run_in_ms(b_first ? b + 1 : a + 1, &files);
        const double second = run_in_ms(b_first ? a + 1 : b + 1, &files);
        if (i < 0) continue;
        times[i] = b_first ? second : first;
        times_b[i] = b_first ? first : second;
        ratios[i] = times[i] / times_b[i];
    }
    print_row(a[0], times, pairs, " ms");
    print_row(b[0], times_b, pairs, " ms");
    print_row("ratio", ratios, pairs, "");
    free(times);
    posix_spawn_file_actions_destroy(&files);
}

int main(int argc, char** argv) {
    int middle = 2;
    while (middle < argc && strcmp(argv[middle], "--") != 0) ++middle;
    if (middle < 4 || argc - middle < 3) fail("usage: pairs PAIRS NAME_A A ARGS... -- NAME_B B ARGS...");
    const int pairs = atoi(argv[1]);
    if (pairs < 1 || pairs > MOST_PAIRS) fail("PAIRS is a number from 1 to 100000");
    argv[middle] = NULL;
    pin_to_this_processor();
    measure(pairs, argv + 2, argv + middle + 1);
    return 0;
}
