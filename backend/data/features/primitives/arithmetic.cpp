#include <cmath>

#include "data/features/primitives/families.h"

namespace anneal::data::features {
namespace {

template <double (*function)(double)>
void each(const Rows& rows, std::span<double> out) {
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = function(rows.first[i]);
}

template <double (*function)(double, double)>
void both(const Rows& rows, std::span<double> out) {
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = function(rows.first[i], rows.second[i]);
}

double absolute(double a) { return std::abs(a); }
double logarithm(double a) { return std::log(a); }
double root(double a) { return std::sqrt(a); }
double isNull(double a) { return std::isnan(a) ? 1 : 0; }
double add(double a, double b) { return a + b; }
double subtract(double a, double b) { return a - b; }
double multiply(double a, double b) { return a * b; }
double divide(double a, double b) { return a / b; }

}  // namespace

std::vector<Primitive> arithmeticPrimitives() {
    const auto binary = [](const char* name, const char* reason, const char* phrase, std::string_view sign, Transform transform,
                           bool commutative, Integers integers) {
        Primitive primitive = {name, reason, phrase, {{kNumber, kNumber}}, kNumber, nullptr, transform, integers};
        primitive.sign = sign;
        primitive.commutative = commutative;
        return primitive;
    };
    return {
        {"absolute", "The value without its sign", "absolute {}", {{kNumber}}, kNumber, nullptr, each<absolute>, Integers::likeInput},
        // One order of the two inputs only, as Featuretools has it for the difference too.
        binary("add_numeric", "Two values together", "{} plus {}", "+", both<add>, true, Integers::likeInput),
        binary("divide_numeric", "One value in terms of another", "{} over {}", "/", both<divide>, false, Integers::never),
        {"is_null", "Whether there is no value", "{} missing", {{kAnything}}, Kind{Meaning::truth}, nullptr, each<isNull>},
        binary("multiply_numeric", "The product of two values", "{} times {}", "*", both<multiply>, true, Integers::likeInput),
        {"natural_logarithm", "The logarithm", "logarithm of {}", {{kNumber}}, kReal, nullptr, each<logarithm>},
        {"square_root", "The square root", "root of {}", {{kNumber}}, kReal, nullptr, each<root>},
        binary("subtract_numeric", "The difference of two values", "{} minus {}", "-", both<subtract>, true, Integers::likeInput),
    };
}

}  // namespace anneal::data::features
