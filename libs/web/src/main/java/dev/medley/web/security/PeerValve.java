package dev.medley.web.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Notes whether the other end of the connection is on this host. Tomcat's RemoteIpValve replaces the remote address by
 * what a forwarding header claims, and nothing that the servlet API offers still tells the two apart.
 */
final class PeerValve extends ValveBase {

    private static final String ON_THIS_HOST = PeerValve.class.getName();

    PeerValve() {
        super(true);
    }

    /** Whether a request comes straight from a process on this host, forwarded for nobody else. */
    static boolean isNeighbour(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(ON_THIS_HOST)) && isLoopback(request.getRemoteAddr());
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(ON_THIS_HOST, isLoopback(request.getPeerAddr()));
        getNext().invoke(request, response);
    }

    /** The addresses come from sockets or from a valve that checked them: no name is ever looked up. */
    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
