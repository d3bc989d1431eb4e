#include "special.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "bote/base/precise.hpp"
#include "bote/formula/elementary.hpp"

namespace bote {
namespace {

/// 1 + 1/2^s + ... + 1/count^s: the first terms one by one, the rest by the Euler-Maclaurin formula with three of its
/// corrections, whose next one is below 1e-10 of the sum. Samples
/// take very many of them: without the C library it takes a fraction of the time.
double harmonic(double count, double s) {
    if (count <= 1) return std::max(count, 0.0);
    constexpr double kOneByOne = 12;
    const double first = std::min(std::floor(count), kOneByOne);
    double sum = 0;
    for (double i = 1; i <= first; ++i) sum += power(i, -s);
    if (count <= kOneByOne) return sum + (count - first) * power(first + 1, -s);
    const double rest = 1 - s;
    const bool logarithmic = std::abs(rest) < kNoGrowth;
    const double range = logarithm(count / first);
    const double integral = logarithmic ? range : power(first, rest) * exponential_less_one(rest * range) / rest;
    const double low = power(first, -s);
    const double high = power(count, -s);
    const auto cubed = [](double x) { return x * x * x; };
    double derivative = s;  // s (s + 1) ... of the odd derivatives
    double corrections = derivative / 12 * (low / first - high / count);
    derivative *= (s + 1) * (s + 2);
    corrections -= derivative / 720 * (low / cubed(first) - high / cubed(count));
    derivative *= (s + 3) * (s + 4);
    corrections += derivative / 30240 * (low / (cubed(first) * first * first) - high / (cubed(count) * count * count));
    return sum + integral + (high - low) / 2 + corrections;
}

/// The limit of Erlang's C for many workers (Halfin and Whitt, 1981).
double many_workers(double workers, double utilization) {
    const double beta = (1 - utilization) * std::sqrt(workers);
    const double density = precise::exp(-beta * beta / 2) / std::sqrt(2 * std::numbers::pi);
    const double below = precise::erfc(-beta / std::numbers::sqrt2) / 2;
    return density > 0 ? 1 / (1 + beta * below / density) : 0;
}

/// The chance of exactly `count` of `all`, each with the chance p.
double binomial(double count, double all, double p) {
    return precise::exp(precise::lgamma(all + 1) - precise::lgamma(count + 1) - precise::lgamma(all - count + 1) +
                        count * precise::log(p) + (all - count) * precise::log1p(-p));
}

/// The chance of `from` or more of `all`, `from` above the mean, so that the terms fall.
double upper_tail(double from, double all, double p) {
    double term = binomial(from, all, p);
    double sum = term;
    constexpr double kNegligible = 1e-17;
    for (double i = from; i < all && term > sum * kNegligible; ++i) {
        term *= (all - i) / (i + 1) * p / (1 - p);
        sum += term;
    }
    return std::min(sum, 1.0);
}

}  // namespace

double grown_time(double growth, double horizon, double window) {
    const double rate = precise::log1p(growth);
    if (std::abs(rate) < kNoGrowth) return window;
    // (1+g)^H - (1+g)^(H-w), written so that a small growth does not cancel the digits away.
    return precise::exp(rate * horizon) * -precise::expm1(-rate * window) / rate;
}

double fill_time(double growth, double years) {
    const double rate = precise::log1p(growth);
    if (std::abs(rate) < kNoGrowth) return years;
    return 1 + rate * years > 0 ? precise::log1p(rate * years) / rate : INFINITY;
}

double zipf_share(double hottest, double objects, double exponent) {
    if (hottest >= objects) return objects > 0 ? 1 : 0;
    return std::min(harmonic(hottest, exponent) / harmonic(objects, exponent), 1.0);
}

double erlang_c(double workers, double utilization) {
    if (utilization <= 0) return 0;
    if (!(utilization < 1)) return 1;
    const double count = std::max(std::round(workers), 1.0);
    constexpr double kOneByOne = 1e5;
    if (count > kOneByOne) return many_workers(count, utilization);
    constexpr double kNever = 1e-12;
    constexpr double kNegligible = 1e-17;
    // Of Erlang's B for so many workers: 1 + N/a + N (N - 1)/a^2 + ..., terms that rise and then fall. Some multiples
    // of sqrt(N) of them decide.
    const double most = 1 / (kNever * (1 - utilization));
    const double per_load = 1 / (count * utilization);
    double inverse = 1;
    double term = 1;
    for (double left = count; left > 0 && inverse < most && term > inverse * kNegligible; --left) {
        term *= left * per_load;
        inverse += term;
    }
    const double chance = 1 / (utilization + (1 - utilization) * inverse);
    return chance < kNever ? 0 : chance;
}

double at_least(double needed, double machines, double availability) {
    const double all = std::round(machines);
    const double need = std::round(needed);
    if (need <= 0 || availability >= 1) return need <= all ? 1 : 0;
    if (need > all || availability <= 0) return 0;
    const double failures = all - need + 1;  // so many at once are too many
    if (failures > all * (1 - availability)) return 1 - upper_tail(failures, all, 1 - availability);
    return upper_tail(need, all, availability);
}

}  // namespace bote
