#include "runs/loss_plot.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <memory>

#include <cairo.h>

#include "base/curve.h"
#include "base/files.h"
#include "base/text.h"

namespace anneal::runs {

namespace {

// Sizes in device-independent pixels; the picture has two pixels for each.
constexpr double kWidth = 960, kHeight = 540, kScale = 2;
constexpr double kLeft = 64, kRight = 96, kTop = 84, kBottom = 52;
constexpr double kCaption = 12, kBody = 13, kHeading = 20;

// The light theme's roles.
constexpr unsigned kSurface = 0xFFFFFF, kGrid = 0xE8EBEF, kAxis = 0x5E6673, kText = 0x16191E, kSecondary = 0x4A525E;
constexpr unsigned kTrain = 0x2B5BCB, kEval = 0xC2560A;

struct Point {
    double x, y;
};

std::string number(double value, int digits) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    return text.data();
}

class Canvas {
public:
    Canvas()
        : surface_(cairo_image_surface_create(CAIRO_FORMAT_RGB24, int(kWidth * kScale), int(kHeight * kScale)), cairo_surface_destroy),
          context_(cairo_create(surface_.get()), cairo_destroy) {
        cairo_scale(context(), kScale, kScale);
        colour(kSurface);
        cairo_paint(context());
    }

    cairo_t* context() const { return context_.get(); }

    void colour(unsigned rgb, double alpha = 1) {
        cairo_set_source_rgba(context(), (rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0, alpha);
    }

    void font(double size, bool bold = false) {
        cairo_select_font_face(context(), "Inter, DejaVu Sans, sans-serif", CAIRO_FONT_SLANT_NORMAL,
                               bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
        cairo_set_font_size(context(), size);
    }

    /// `anchor`: 0 starts at x, 0.5 is centred on it, 1 ends there. Returns the width.
    double text(double x, double baseline, const std::string& words, double anchor = 0) {
        cairo_text_extents_t extents;
        cairo_text_extents(context(), words.c_str(), &extents);
        cairo_move_to(context(), x - anchor * extents.x_advance, baseline);
        cairo_show_text(context(), words.c_str());
        return extents.x_advance;
    }

    void line(const std::vector<Point>& points, double width) {
        cairo_set_line_width(context(), width);
        cairo_set_line_join(context(), CAIRO_LINE_JOIN_ROUND);
        cairo_set_line_cap(context(), CAIRO_LINE_CAP_ROUND);
        cairo_new_path(context());
        for (const auto& point : points) cairo_line_to(context(), point.x, point.y);
        cairo_stroke(context());
    }

    void rule(double x0, double y0, double x1, double y1, double width) {
        cairo_set_line_width(context(), width);
        cairo_move_to(context(), x0, y0);
        cairo_line_to(context(), x1, y1);
        cairo_stroke(context());
    }

    void dot(Point at, double radius) {
        cairo_new_sub_path(context());
        cairo_arc(context(), at.x, at.y, radius, 0, 2 * M_PI);
        cairo_fill(context());
    }

    /// A ring of the surface's colour keeps a marker apart from the line under it.
    void marker(Point at, unsigned rgb, double radius) {
        colour(kSurface);
        dot(at, radius + 1.5);
        colour(rgb);
        dot(at, radius);
    }

    Status write(const std::filesystem::path& file) {
        std::string png;
        const auto status = cairo_surface_write_to_png_stream(
            surface_.get(),
            [](void* closure, const unsigned char* bytes, unsigned count) {
                static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(bytes), count);
                return CAIRO_STATUS_SUCCESS;
            },
            &png);
        if (status != CAIRO_STATUS_SUCCESS)
            return fail("write_failed", std::string("could not draw the picture: ") + cairo_status_to_string(status));
        return base::writeFileAtomically(file, png);
    }

private:
    std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)> surface_;
    std::unique_ptr<cairo_t, void (*)(cairo_t*)> context_;
};

/// Where values lie on the picture.
struct Axes {
    std::vector<double> xTicks, yTicks;
    double xHigh;

    Point at(double x, double y) const {
        const double across = x / xHigh;
        const double up = (y - yTicks.front()) / (yTicks.back() - yTicks.front());
        return {kLeft + across * (kWidth - kLeft - kRight), kHeight - kBottom - std::clamp(up, 0.0, 1.0) * (kHeight - kTop - kBottom)};
    }
};

std::vector<Point> seriesOf(const std::vector<Metric>& metrics, std::optional<double> Metric::*member) {
    std::vector<Point> series;
    for (const auto& metric : metrics)
        if (const auto& value = metric.*member; value && std::isfinite(*value)) series.push_back({double(metric.step), *value});
    return series;
}

void drawAxes(Canvas& canvas, const Axes& axes) {
    canvas.font(kCaption);
    const int yDigits = base::digitsFor(axes.yTicks[1] - axes.yTicks[0]);
    for (const double tick : axes.yTicks) {
        const auto place = axes.at(0, tick);
        canvas.colour(kGrid);
        canvas.rule(kLeft, place.y, kWidth - kRight, place.y, 1);
        canvas.colour(kAxis);
        canvas.text(kLeft - 10, place.y + 4, number(tick, yDigits), 1);
    }
    for (const double tick : axes.xTicks) {
        if (tick > axes.xHigh || tick != std::round(tick)) continue;
        const auto place = axes.at(tick, axes.yTicks.front());
        canvas.colour(kAxis);
        canvas.rule(place.x, kHeight - kBottom, place.x, kHeight - kBottom + 4, 1);
        canvas.text(place.x, kHeight - kBottom + 18, base::formatCount(std::llround(tick)), 0.5);
    }
    canvas.rule(kLeft, kHeight - kBottom, kWidth - kRight, kHeight - kBottom, 1);
    canvas.text((kLeft + kWidth - kRight) / 2, kHeight - 12, "step", 0.5);
}

void drawHeading(Canvas& canvas, const std::string& title, bool raw, bool evaluated) {
    canvas.colour(kText);
    canvas.font(kHeading, true);
    canvas.text(kLeft, 36, title);
    canvas.font(kBody);
    double x = kLeft;
    const auto entry = [&](const std::string& words, const auto& sign) {
        sign(x);
        canvas.colour(kSecondary);
        x += 26 + canvas.text(x + 26, 62, words) + 24;
    };
    const auto stroke = [&](unsigned rgb, double alpha, double width) {
        return [&canvas, rgb, alpha, width](double from) {
            canvas.colour(rgb, alpha);
            canvas.rule(from + 2, 58, from + 18, 58, width);
        };
    };
    entry(raw ? "training loss, running mean" : "training loss", stroke(kTrain, 1, 2.5));
    if (raw) entry("each logged step", stroke(kTrain, 0.3, 1.5));
    if (evaluated)
        entry("evaluation loss", [&](double from) {
            stroke(kEval, 1, 2)(from);
            canvas.marker({from + 10, 58}, kEval, 3.5);
        });
}

std::vector<Point> placed(const Axes& axes, const std::vector<Point>& series) {
    std::vector<Point> points;
    for (const auto& value : series) points.push_back(axes.at(value.x, value.y));
    return points;
}

/// The last value beside the end of its curve, moved apart where two would overlap.
void drawEndLabels(Canvas& canvas, std::vector<std::tuple<Point, double, unsigned>> ends) {
    std::ranges::sort(ends, {}, [](const auto& end) { return std::get<0>(end).y; });
    double free = 0;
    canvas.font(kBody, true);
    for (const auto& [place, value, rgb] : ends) {
        const double baseline = std::max(place.y + 4.5, free);
        canvas.colour(rgb);
        canvas.text(kWidth - kRight + 12, baseline, number(value, 3));
        free = baseline + 17;
    }
}

}  // namespace

Status plotLoss(const std::vector<Metric>& metrics, const std::string& title, const std::filesystem::path& file) {
    const auto train = seriesOf(metrics, &Metric::loss);
    const auto eval = seriesOf(metrics, &Metric::evalLoss);
    if (train.empty() && eval.empty()) return fail("nothing_to_plot", "the run has logged no loss yet", "wait for its first logging step");

    constexpr std::size_t kFewPoints = 12;
    std::vector<double> losses;
    for (const auto& point : train) losses.push_back(point.y);
    const bool raw = train.size() > kFewPoints;
    // The window grows with the run, so that a long one is not drawn as noise.
    const double weight = raw ? 1 - 1 / std::clamp(double(train.size()) / 40, 4.0, 50.0) : 0;
    auto mean = train;
    const auto means = base::smoothed(losses, weight);
    for (std::size_t i = 0; i < mean.size(); ++i) mean[i].y = means[i];

    std::vector<double> values = losses;
    double xHigh = 1;
    for (const auto& point : eval) values.push_back(point.y);
    for (const auto* series : {&train, &eval})
        for (const auto& point : *series) xHigh = std::max(xHigh, point.x);
    std::ranges::sort(values);
    // A first spike may not flatten all that follows: the top shows 99.5 % of the values.
    const double high = values[std::min(values.size() - 1, std::size_t(double(values.size()) * 0.995))];
    const Axes axes{base::niceTicks(0, xHigh, 8), base::niceTicks(values.front(), high, 6), xHigh};

    Canvas canvas;
    drawAxes(canvas, axes);
    drawHeading(canvas, title, raw, !eval.empty());
    if (raw) {
        canvas.colour(kTrain, 0.28);
        canvas.line(placed(axes, train), 1);
    }
    canvas.colour(kTrain);
    canvas.line(placed(axes, mean), 2.25);
    const auto evalPoints = placed(axes, eval);
    canvas.colour(kEval);
    canvas.line(evalPoints, 1.5);
    for (const auto& point : evalPoints) canvas.marker(point, kEval, evalPoints.size() > 40 ? 2 : 3.5);

    std::vector<std::tuple<Point, double, unsigned>> ends;
    if (!mean.empty()) ends.emplace_back(axes.at(mean.back().x, mean.back().y), mean.back().y, kTrain);
    if (!eval.empty()) ends.emplace_back(evalPoints.back(), eval.back().y, kEval);
    drawEndLabels(canvas, ends);
    return canvas.write(file);
}

}  // namespace anneal::runs
