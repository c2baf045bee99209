#include "vision/codec.h"

#include "base/files.h"
#include "drawn.h"
#include "support.h"

using namespace anneal;
using vision::ImageFormat;

TEST(Codec, lossless_formats_bring_every_pixel_back) {
    for (const bool transparent : {false, true}) {
        const auto pixels = test::drawn(53, 31, transparent);
        for (const auto& [format, quality] : {std::pair{ImageFormat::png, 1}, {ImageFormat::webp, 100}}) {
            const auto bytes = vision::encodeImage(pixels, format, quality);
            ASSERT_TRUE(test::succeeded(bytes));
            EXPECT_EQ(vision::imageFormat(*bytes), format);
            const auto back = vision::decodeImage(*bytes);
            ASSERT_TRUE(test::succeeded(back));
            EXPECT_EQ(test::largestDifference(*back, pixels), 0);
        }
    }
}

TEST(Codec, jpeg_and_webp_lose_little_at_high_quality) {
    const auto pixels = test::drawn(64, 48);
    for (const auto format : {ImageFormat::jpeg, ImageFormat::webp}) {
        const auto back = vision::decodeImage(*vision::encodeImage(pixels, format, 95));
        ASSERT_TRUE(test::succeeded(back));
        EXPECT_LT(test::meanDifference(*back, pixels), 4);
    }
}

TEST(Codec, what_is_no_whole_image_is_an_error_and_never_more) {
    for (const auto* text : {"", "GIF89a", "\xFF\xD8\xFF", "\x89PNG\r\n\x1A\n", "RIFF\1\2\3\4WEBPVP8 "})
        EXPECT_FALSE(vision::decodeImage(text).has_value());
    EXPECT_EQ(vision::decodeImage("GIF89a").error().code, "image_format_unknown");
    const auto pixels = test::drawn(64, 48);
    for (const auto format : {ImageFormat::jpeg, ImageFormat::png, ImageFormat::webp}) {
        const auto whole = *vision::encodeImage(pixels, format, 90);
        constexpr std::size_t kEndMark = 12;  // without PNG's alone every pixel is there
        for (std::size_t size = 0; size + kEndMark < whole.size(); size += 1 + whole.size() / 40) {
            const auto part = vision::decodeImage(std::string_view(whole).substr(0, size));
            EXPECT_FALSE(part.has_value()) << vision::extension(format) << " cut at " << size << " of " << whole.size();
        }
        for (std::size_t at = 12; at < whole.size(); at += 1 + whole.size() / 60) {
            auto damaged = whole;
            damaged[at] = char(damaged[at] ^ 0x5A);
            const auto read = vision::decodeImage(damaged);
            EXPECT_TRUE(!read || !read->empty());
        }
    }
}

TEST(Codec, real_photographs_are_read) {
    const auto folder = test::sharedData() / "images";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "the shared data is not there";
    int images = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        const auto name = entry.path().extension();
        if (name != ".png" && name != ".jpg") continue;
        const auto pixels = vision::decodeImage(*base::readFile(entry.path()));
        EXPECT_TRUE(test::succeeded(pixels)) << entry.path();
        ++images;
    }
    EXPECT_GT(images, 5);
}
