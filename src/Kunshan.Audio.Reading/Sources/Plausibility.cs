using System.Buffers;

namespace Kunshan.Audio.Reading.Sources;

/// <summary>How much a decoded text looks like Chinese: bytes of one encoding read as another give rare characters.</summary>
internal static class Plausibility
{
    // The commonest characters of running Chinese in both scripts, with its commonest marks.
    private static readonly SearchValues<char> Common = SearchValues.Create("的一是不了在人有我他这個个们中来上大为和国國地到以说說时時要就出会會可也你对對生能而子那得于着下自之年过過發发后後作里用道行所然家种種事成方多经經么去法学學如都同现現当當没沒动動面起看定天分还還进進好小部其些主样樣理心她本前开開但因只从從想实實，。、“”「」：；？！《》");

    /// <summary>Share of common characters among those beyond ASCII, 0 to 1.</summary>
    public static double Of(string text)
    {
        int common = 0, all = 0;
        foreach (var c in text)
        {
            all += c > 0x7F ? 1 : 0;
            common += Common.Contains(c) ? 1 : 0;
        }

        return all == 0 ? 0 : common / (double)all;
    }
}
