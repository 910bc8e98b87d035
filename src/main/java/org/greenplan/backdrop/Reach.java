package org.greenplan.backdrop;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.greenplan.problem.Problem;
import org.greenplan.problem.Words;

/**
 * Which hosts a map that somebody typed on the page may come from: those of the public internet. A desk that fetched from the office's own
 * network for whoever asks would be a way into it; a map of that network is named when the program is started.
 */
final class Reach {
    private Reach() {}

    /** Refuses a host that has any address which is not public. */
    static void requirePublic(String host) {
        try {
            // The machine remembers names for half a minute, so what is asked next is what was looked at here.
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!isPublic(address)) {
                    throw new Problem.Forbidden(
                            Words.of(
                                    host + " 是本机或内网地址，不能从网页添加。请在启动时用 --basemap 给出。",
                                    host
                                            + " lies in this machine or its network and is not added from the page. Name it at the start: --basemap."));
                }
            }
        } catch (UnknownHostException e) {
            throw unknown(host);
        }
    }

    static Problem unknown(String host) {
        return Problem.Unavailable.of(
                Words.of(
                        "找不到底图服务器 " + host + "。请核对地址，或检查网络。",
                        "The base map's server " + host + " is not found. Check the address or the network."),
                30);
    }

    static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] b = address.getAddress();
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        if (address instanceof Inet4Address) {
            return first != 0
                    && first < 240
                    && !(first == 100 && second >= 64 && second < 128)
                    && !(first == 192 && second == 0 && b[2] == 0)
                    && !(first == 198 && (second == 18 || second == 19));
        }
        // Only what is given out as global; and none of the ways to write an IPv4 address in it.
        boolean global = (first & 0xe0) == 0x20;
        boolean carries = first == 0x20 && (second == 0x02 || (second == 0x01 && b[2] == 0 && b[3] == 0));
        return address instanceof Inet6Address && global && !carries;
    }
}
