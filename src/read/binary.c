#include "read/read.h"

#include <string.h>

/* What files that are no text begin with, and no text does: an article may begin with "ID3" or
 * "PAR1". `what` says what to do where it is not plain. */
typedef struct {
    size_t offset;
    str bytes;
    const char *what;
} signature;

#define UNPACK(what) what " (unpack it first)"
#define CONVERT(what, how) what " (" how " makes text of it)"

static const signature SIGNATURES[] = {
    {0, {"%PDF-", 5}, CONVERT("a PDF file", "pdftotext")},
    {0, {"{\\rtf", 5}, CONVERT("an RTF file", "soffice --convert-to txt")},
    {0, {"%!PS", 4}, CONVERT("a PostScript file", "ps2ascii")},
    {0, {"PK\3\4", 4}, UNPACK("a zip archive, or a document of Office or the like")},
    {0,
     {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8},
     CONVERT("a document of Office", "soffice --convert-to txt")},
    {4, {"1AY&SY", 6}, UNPACK("a bzip2 file")},
    {0,
     {"\xFD"
      "7zXZ\0",
      6},
     UNPACK("an xz file")},
    {0, {"7z\xBC\xAF\x27\x1C", 6}, UNPACK("a 7z archive")},
    {0, {"Rar!\x1A\x07", 6}, UNPACK("a rar archive")},
    {257, {"ustar", 5}, UNPACK("a tar archive")},
    {0, {"\x89PNG\r\n", 6}, "a picture (PNG)"},
    {0, {"\xFF\xD8\xFF", 3}, "a picture (JPEG)"},
    {0, {"GIF87a", 6}, "a picture (GIF)"},
    {0, {"GIF89a", 6}, "a picture (GIF)"},
    {8, {"WEBPVP8", 7}, "a picture (WebP)"},
    {0, {"II*\0", 4}, "a picture (TIFF)"},
    {0, {"MM\0*", 4}, "a picture (TIFF)"},
    {4, {"ftyp", 4}, "a video"},
    {0, {"\x1A\x45\xDF\xA3", 4}, "a video"},
    {0, {"ID3\2", 4}, "a sound recording"},
    {0, {"ID3\3", 4}, "a sound recording"},
    {0, {"ID3\4", 4}, "a sound recording"},
    {0, {"OggS", 4}, "a sound recording"},
    {0, {"fLaC", 4}, "a sound recording"},
    {8, {"WAVEfmt ", 8}, "a sound recording"},
    {0,
     {"\x7F"
      "ELF",
      4},
     "a program"},
    {0, {"\xCA\xFE\xBA\xBE", 4}, "a program"},
    {0, {"\0asm", 4}, "a program"},
    {0, {"SQLite format 3\0", 16}, "an SQLite database"},
    {0, {"bplist00", 8}, "a property list"},
    {0, {"PAR1\x15", 5}, "a Parquet file"},
    {0, {"Obj\1", 4}, "an Avro file"},
};

enum {
    LOOK_SIZE = 8192,     /* bytes that are judged */
    CONTROLS_PERCENT = 5, /* more of them than that: a tenth of random bytes are */
    NULS_PERCENT = 30,    /* English in UTF-16 has half */
    UTF16_PERCENT = 60    /* and no text in it has more */
};

static bool has_signature(str bytes, const signature *which) {
    return str_equal(str_slice(bytes, (span){which->offset, which->offset + which->bytes.size}),
                     which->bytes);
}

/* A control character that no text has a use for; NUL is counted apart. */
static bool is_control(unsigned char c) {
    return (c < 0x20 && c != '\0' && memchr("\t\n\v\f\r\b\x1B", c, 7) == NULL) || c == 0x7F;
}

bool read_is_text(str bytes, const char **what) {
    const char *found = NULL;
    for (size_t i = 0; i < sizeof SIGNATURES / sizeof *SIGNATURES && found == NULL; i++) {
        found = has_signature(bytes, &SIGNATURES[i]) ? SIGNATURES[i].what : NULL;
    }
    str look = str_slice(bytes, (span){0, LOOK_SIZE});
    size_t controls = 0;
    size_t nuls = 0;
    for (size_t i = 0; i < look.size; i++) {
        controls += is_control((unsigned char)look.data[i]);
        nuls += look.data[i] == '\0';
    }
    if (found == NULL &&
        (controls * 100 > look.size * CONTROLS_PERCENT || nuls * 100 > look.size * UTF16_PERCENT)) {
        found = "a binary file";
    } else if (found == NULL && nuls * 100 > look.size * NULS_PERCENT) {
        found = CONVERT("a binary file, or UTF-16", "iconv -f UTF-16 -t UTF-8");
    }
    if (found != NULL && what != NULL) {
        *what = found;
    }
    return found == NULL;
}
