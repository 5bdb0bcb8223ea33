using System.Runtime.InteropServices;
using NAudio.Wave;

namespace Kunshan.Audio.Mastering.Encoding;

/// <summary>Plain WAV files, 16-bit mono.</summary>
public static class WaveFile
{
    /// <summary>Writes a file to a stream, which need not be seekable and stays open.</summary>
    public static void Write(Stream stream, PcmAudio audio)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(audio);
        using var file = new MemoryStream();
        using (var writer = new WaveFileWriter(file, new WaveFormat(audio.SampleRate, 16, 1), new WaveFileWriterOptions()))
        {
            writer.Write(MemoryMarshal.AsBytes(audio.Samples.Span));
        }

        file.Position = 0;
        file.CopyTo(stream);
    }
}
