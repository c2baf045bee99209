#include "vision/codec.h"

#include <memory>

#include <png.h>
#include <turbojpeg.h>
#include <webp/decode.h>
#include <webp/encode.h>
#include <opencv2/imgproc.hpp>

namespace anneal::vision {
namespace {

constexpr std::int64_t kMostPixels = std::int64_t(1) << 28;
constexpr int kWhite = 255;

const std::uint8_t* bytesOf(std::string_view bytes) { return reinterpret_cast<const std::uint8_t*>(bytes.data()); }

tl::unexpected<Error> unreadable(const std::string& why) {
    return fail("image_unreadable", "the image cannot be read: " + why, "check that the file is whole");
}

Status checkSize(std::int64_t width, std::int64_t height) {
    if (width < 1 || height < 1) return unreadable("it has no pixels");
    if (width > kMostPixels / height)
        return fail("image_too_large", "the image is " + std::to_string(width) + " × " + std::to_string(height) + " pixels large",
                    "make it smaller: images of up to 256 megapixels are taken");
    return {};
}

using TurboHandle = std::unique_ptr<void, int (*)(tjhandle)>;

Result<cv::Mat> decodeJpeg(std::string_view bytes) {
    const TurboHandle handle(tjInitDecompress(), tjDestroy);
    int width = 0, height = 0, sampling = 0, space = 0;
    const auto size = static_cast<unsigned long>(bytes.size());
    if (tjDecompressHeader3(handle.get(), bytesOf(bytes), size, &width, &height, &sampling, &space) != 0)
        return unreadable(tjGetErrorStr2(handle.get()));
    ANNEAL_CHECK(checkSize(width, height));
    if (space == TJCS_CMYK || space == TJCS_YCCK) return unreadable("it has CMYK colours");
    cv::Mat pixels(height, width, CV_8UC3);
    // A warning is a damaged file: what it could not read is grey.
    if (tjDecompress2(handle.get(), bytesOf(bytes), size, pixels.data, width, int(pixels.step), height, TJPF_RGB, 0) != 0)
        return unreadable(tjGetErrorStr2(handle.get()));
    return pixels;
}

Result<cv::Mat> decodePng(std::string_view bytes) {
    png_image image = {};
    image.version = PNG_IMAGE_VERSION;
    const std::unique_ptr<png_image, void (*)(png_imagep)> owner(&image, png_image_free);
    if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size())) return unreadable(image.message);
    ANNEAL_CHECK(checkSize(image.width, image.height));
    const bool alpha = (image.format & PNG_FORMAT_FLAG_ALPHA) != 0;
    image.format = alpha ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
    cv::Mat pixels(int(image.height), int(image.width), alpha ? CV_8UC4 : CV_8UC3);
    if (!png_image_finish_read(&image, nullptr, pixels.data, png_int_32(pixels.step), nullptr)) return unreadable(image.message);
    return pixels;
}

Result<cv::Mat> decodeWebp(std::string_view bytes) {
    WebPBitstreamFeatures features;
    if (WebPGetFeatures(bytesOf(bytes), bytes.size(), &features) != VP8_STATUS_OK) return unreadable("its header is damaged");
    if (features.has_animation) return unreadable("it is an animation");
    ANNEAL_CHECK(checkSize(features.width, features.height));
    cv::Mat pixels(features.height, features.width, features.has_alpha ? CV_8UC4 : CV_8UC3);
    const auto room = pixels.total() * pixels.elemSize();
    const auto* read = features.has_alpha ? WebPDecodeRGBAInto(bytesOf(bytes), bytes.size(), pixels.data, room, int(pixels.step))
                                          : WebPDecodeRGBInto(bytesOf(bytes), bytes.size(), pixels.data, room, int(pixels.step));
    if (!read) return unreadable("it is damaged");
    return pixels;
}

cv::Mat onWhite(const cv::Mat& pixels) {
    cv::Mat opaque(pixels.size(), CV_8UC3);
    for (int y = 0; y < pixels.rows; ++y) {
        const auto* from = pixels.ptr<cv::Vec4b>(y);
        auto* to = opaque.ptr<cv::Vec3b>(y);
        for (int x = 0; x < pixels.cols; ++x)
            for (int c = 0; c < 3; ++c) to[x][c] = cv::saturate_cast<uchar>((from[x][c] * from[x][3] + kWhite * (255 - from[x][3])) / 255);
    }
    return opaque;
}

tl::unexpected<Error> unwritable(const std::string& why) { return fail("image_unwritable", "the image cannot be encoded: " + why); }

Result<std::string> encodeJpeg(const cv::Mat& pixels, int quality) {
    const TurboHandle handle(tjInitCompress(), tjDestroy);
    const auto opaque = pixels.channels() == 4 ? onWhite(pixels) : pixels;
    unsigned char* out = nullptr;
    unsigned long size = 0;
    const int failed =
        tjCompress2(handle.get(), opaque.data, opaque.cols, int(opaque.step), opaque.rows, TJPF_RGB, &out, &size, TJSAMP_420, quality, 0);
    const std::unique_ptr<unsigned char, void (*)(unsigned char*)> owner(out, tjFree);
    if (failed) return unwritable(tjGetErrorStr2(handle.get()));
    return std::string(reinterpret_cast<const char*>(out), size);
}

Result<std::string> encodePng(const cv::Mat& pixels) {
    png_image image = {};
    image.version = PNG_IMAGE_VERSION;
    image.width = png_uint_32(pixels.cols);
    image.height = png_uint_32(pixels.rows);
    image.format = pixels.channels() == 4 ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
    png_alloc_size_t size = 0;
    if (!png_image_write_to_memory(&image, nullptr, &size, 0, pixels.data, png_int_32(pixels.step), nullptr))
        return unwritable(image.message);
    std::string bytes(size, '\0');
    if (!png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.data, png_int_32(pixels.step), nullptr))
        return unwritable(image.message);
    bytes.resize(size);
    return bytes;
}

Result<std::string> encodeWebp(const cv::Mat& pixels, int quality) {
    const bool alpha = pixels.channels() == 4;
    const int step = int(pixels.step);
    std::uint8_t* out = nullptr;
    std::size_t size = 0;
    if (quality >= 100)
        size = (alpha ? WebPEncodeLosslessRGBA : WebPEncodeLosslessRGB)(pixels.data, pixels.cols, pixels.rows, step, &out);
    else
        size = (alpha ? WebPEncodeRGBA : WebPEncodeRGB)(pixels.data, pixels.cols, pixels.rows, step, float(quality), &out);
    const std::unique_ptr<std::uint8_t, void (*)(void*)> owner(out, WebPFree);
    if (size == 0) return unwritable("WebP takes images of up to 16,383 pixels a side");
    return std::string(reinterpret_cast<const char*>(out), size);
}

}  // namespace

std::optional<ImageFormat> imageFormat(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xD8\xFF")) return ImageFormat::jpeg;
    if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return ImageFormat::png;
    if (bytes.size() >= 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return ImageFormat::webp;
    return {};
}

Result<ImageFormat> parseImageFormat(std::string_view name) {
    for (const auto format : {ImageFormat::jpeg, ImageFormat::png, ImageFormat::webp})
        if (name == extension(format) || (format == ImageFormat::jpeg && name == "jpeg")) return format;
    return fail("image_format_unknown", "unknown image format \"" + std::string(name) + "\"", "one of jpeg, png, webp");
}

std::string_view extension(ImageFormat format) {
    if (format == ImageFormat::jpeg) return "jpg";
    return format == ImageFormat::png ? "png" : "webp";
}

Result<cv::Mat> decodeImage(std::string_view bytes) {
    const auto format = imageFormat(bytes);
    if (!format) return fail("image_format_unknown", "the file is no JPEG, PNG or WebP image", "convert it to one of these");
    if (*format == ImageFormat::jpeg) return decodeJpeg(bytes);
    return *format == ImageFormat::png ? decodePng(bytes) : decodeWebp(bytes);
}

Result<std::string> encodeImage(const cv::Mat& pixels, ImageFormat format, int quality) {
    if (format == ImageFormat::jpeg) return encodeJpeg(pixels, quality);
    return format == ImageFormat::png ? encodePng(pixels) : encodeWebp(pixels, quality);
}

}  // namespace anneal::vision
