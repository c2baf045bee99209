#pragma once
// Image files as pixels and back.

#include <optional>
#include <string>
#include <string_view>

#include <opencv2/core.hpp>

#include "base/result.h"

namespace anneal::vision {

enum class ImageFormat { jpeg, png, webp };

/// By the first bytes; nothing for any other kind of file.
std::optional<ImageFormat> imageFormat(std::string_view bytes);
Result<ImageFormat> parseImageFormat(std::string_view name);
std::string_view extension(ImageFormat format);  ///< "jpg"

/// RGB, or RGBA where the file has transparency, 8 bits a channel; grey becomes RGB, 16 bits become 8. Errors "image_unreadable",
/// "image_format_unknown", "image_too_large" (beyond 256 megapixels).
Result<cv::Mat> decodeImage(std::string_view bytes);

/// `quality` 1 to 100 of JPEG and WebP; 100 makes WebP lossless. JPEG has no transparency: it is laid on white.
Result<std::string> encodeImage(const cv::Mat& pixels, ImageFormat format, int quality);

}  // namespace anneal::vision
